import type { Op } from './op';
import { connective } from './shared/truth';

/** Whether one or both hold. */
export const logicalOr: Op = connective('logical_or', 'Whether one or both hold.', '\\lor', true);
