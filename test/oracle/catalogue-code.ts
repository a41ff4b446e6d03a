import { CATALOGUE } from '../../src/engine/catalogue/index';

console.log(JSON.stringify(CATALOGUE.map(({ id, code, calls }) => ({ id, code, calls }))));
