import { guardRule } from '../guard-rule';
import { isOp } from '../view';

/** An epsilon that survives and whose square does not. */
export const epsSquared = guardRule({ name: 'eps-squared', rank: 82, how: 'vanished', only: isOp('power', 'square', 'multiply') });
