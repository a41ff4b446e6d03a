import { hazardRule } from '../hazard-rule';
import { divisorOf, isDivision } from '../division';
import { isSquaredNorm, isOp, unguarded, within } from '../view';

/** x / ‖x‖ of a zero vector. */
export const divByNorm = hazardRule({
  name: 'div-by-norm',
  rank: 52,
  matches({ node }) {
    const divisor = divisorOf(node);
    if (!isDivision(node) && !['normalize', 'cosine_similarity'].includes(node.op)) return false;
    if (!divisor) return !isDivision(node);
    return within(
      unguarded(divisor),
      (n) => n.op === 'norm' || (isOp('sqrt', 'power')(n) && n.args[0] !== undefined && isSquaredNorm(n.args[0])),
      3,
    );
  },
});
