import { hazardRule } from '../hazard-rule';
import { logOfComplement } from '../logarithm';
import { elementsOf, isSquare, unguarded, within, isOp } from '../view';

/** log(1 - tanh² x). */
export const oneMinusSquash = hazardRule({
  name: 'one-minus-squash',
  rank: 62,
  matches({ node }) {
    const inner = logOfComplement(node) ?? null;
    const squared = inner ? elementsOf(unguarded(inner)) : null;
    return squared !== null && isSquare(squared) && within(squared, isOp('tanh'), 2);
  },
});
