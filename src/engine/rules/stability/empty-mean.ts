import { hazardRule } from '../hazard-rule';
import { divisorOf, isDivision } from '../division';
import { elementsOf, isOp, summand, unguarded, within } from '../view';

/** A mean over a selection that can be empty. */
export const emptyMean = hazardRule({
  name: 'empty-mean',
  rank: 50,
  matches({ node }) {
    const divisor = divisorOf(node);
    const counted = divisor && (summand(unguarded(divisor)) ?? (divisor.op === 'count_nonzero' ? divisor.args[0] : null));
    const total = node.args[0] && elementsOf(node.args[0]);
    if (!isDivision(node) || !counted || !total) return false;
    const mask = elementsOf(counted);
    return (
      mask.kind === 'bool' ||
      within(total, (n) => n.op === 'multiply' && n.args.some((a) => elementsOf(a) === mask), 4) ||
      within(mask, isOp('equal', 'not_equal', 'greater', 'less'), 2)
    );
  },
});
