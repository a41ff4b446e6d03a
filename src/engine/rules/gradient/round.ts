import { flowRule } from '../flow-rule';

/** A rounded prediction. */
export const round = flowRule({ name: 'round', ops: ['round', 'floor', 'ceil', 'trunc', 'sign', 'heaviside', 'floor_divide'] });
