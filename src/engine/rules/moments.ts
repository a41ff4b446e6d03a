import type { Expression } from '../ir/expression';
import { constantOf, elementsOf } from './view';

/** Whether a node is `x - mean(x)`. */
export function isCentred({ op, args: [x, y] }: Expression): boolean {
  const mean = y && elementsOf(y);
  return op === 'subtract' && mean?.op === 'mean' && x !== undefined && mean.args[0] === x;
}

/** `x` of `mean(x)`, or of a sum of x that a constant divides; else null. */
export function meanedIn(node: Expression): Expression | null {
  const core = elementsOf(node);
  const [x, y] = core.args;
  if (core.op === 'mean' && x) return elementsOf(x);
  const total = x && elementsOf(x);
  if (core.op !== 'divide' || total?.op !== 'sum' || !y || constantOf(y) === null) return null;
  return elementsOf(total.args[0] ?? total);
}
