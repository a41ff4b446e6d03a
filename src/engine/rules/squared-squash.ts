import { type Expression, inOrder } from '../ir/expression';
import type { Loss } from '../ir/loss';
import { elementsOf } from './view';

/** The function that turns logits into probabilities whose difference from a target is squared in a loss; null where none is. */
export function squaredSquash({ body }: Loss): 'sigmoid' | 'softmax' | null {
  for (const node of body ? inOrder(body) : []) {
    const base = squared(node);
    const [a, b] = base?.op === 'subtract' ? base.args.map(elementsOf) : [];
    const squash = [a, b].find((side) => side?.op === 'sigmoid' || side?.op === 'softmax');
    if (squash) return squash.op as 'sigmoid' | 'softmax';
  }
  return null;
}

/** What a node is the square of. */
function squared({ op, args: [x, y] }: Expression): Expression | null {
  if (!x) return null;
  if (op === 'square' || (op === 'multiply' && x === y)) return elementsOf(x);
  return op === 'power' && y?.attributes['value'] === 2 ? elementsOf(x) : null;
}
