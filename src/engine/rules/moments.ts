import type { Expression } from '../ir/expression';
import { elementsOf } from './view';

/** Whether a node is `x - mean(x)`. */
export function isCentred({ op, args: [x, y] }: Expression): boolean {
  const mean = y && elementsOf(y);
  return op === 'subtract' && mean?.op === 'mean' && x !== undefined && mean.args[0] === x;
}
