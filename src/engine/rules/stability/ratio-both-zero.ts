import { hazardRule } from '../hazard-rule';
import { divisorOf, isDivision } from '../division';
import { isOp, within } from '../view';

/** A ratio of totals that are both 0: Dice, IoU, F-beta on empty masks. */
export const ratioBothZero = hazardRule({
  name: 'ratio-both-zero',
  rank: 35,
  matches({ node, at }) {
    const divisor = divisorOf(node);
    return isDivision(node) && at[0] === 0 && at[1] === 0 && divisor !== null && within(divisor, isOp('sum', 'mean'), 3);
  },
});
