import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';
import { unguarded } from '../view';

/** log det A through the determinant. */
export const logDetNaive = hazardRule({
  name: 'log-det-naive',
  rank: 60,
  matches({ node }) {
    const inner = node.args[0] && unguarded(node.args[0]);
    return isLog(node) && (inner?.op === 'det' || (inner?.op === 'abs' && inner.args[0]?.op === 'det'));
  },
});
