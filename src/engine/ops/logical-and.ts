import type { Op } from './op';
import { connective } from './shared/truth';

/** Whether both hold. */
export const logicalAnd: Op = connective('logical_and', 'Whether both hold.', '\\land', false);
