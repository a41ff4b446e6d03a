import { hazardRule } from '../hazard-rule';
import { divisorOf, isDivision } from '../division';
import { isCentred } from '../moments';
import { isOp, unguarded, within } from '../view';

/** Division by a standard deviation, or by a spread made by hand, of a constant input. */
export const divByStd = hazardRule({
  name: 'div-by-std',
  rank: 54,
  matches({ node }) {
    const divisor = divisorOf(node);
    if (!isDivision(node) || !divisor) return false;
    return within(unguarded(divisor), (n) => isOp('std', 'var')(n) || (n.op === 'sqrt' && within(n, isCentred, 7)), 4);
  },
});
