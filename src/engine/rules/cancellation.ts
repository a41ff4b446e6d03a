import type { Expression } from '../ir/expression';
import { constantOf, elementsOf } from './view';

/** `u` of `u - 1` or `u + (-1)`, else null. */
export function minusOneOf({ op, args: [x, y] }: Expression): Expression | null {
  if (!x || !y) return null;
  if (op === 'subtract' && constantOf(y) === 1) return elementsOf(x);
  return op === 'add' && constantOf(y) === -1 ? elementsOf(x) : null;
}
