import type { Expression } from '../ir/expression';
import { valuesUnder } from './divisors';

/** Arithmetic through which an argument is still seen to be the argument. */
export const PLAIN: ReadonlySet<string> = new Set([
  'add',
  'subtract',
  'multiply',
  'divide',
  'negative',
  'minimum',
  'expm1',
  'sinh',
  'asinh',
  'square',
  'power',
  'reciprocal',
  'reshape',
  'transpose',
  'broadcast_to',
  'slice',
  'gather',
  'take',
  'ceil',
  'floor',
  'round',
  'cast',
  'to_float',
  'identity',
  'stop_gradient',
  'constant',
  'parameter',
  'flip',
  'concatenate',
  'stack',
]);

/** Whether an expression is made of its inputs by plain arithmetic, and by some other operations. */
export function isPlain(root: Expression, others: readonly string[] = []): boolean {
  return valuesUnder(root).every((node) => PLAIN.has(node.op) || node.op === 'abs' || others.includes(node.op));
}
