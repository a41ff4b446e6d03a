import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';
import { essence, unguarded } from '../view';

/** log Φ(x) through the distribution function. */
export const logNdtrNaive = hazardRule({
  name: 'log-ndtr-naive',
  rank: 60,
  matches({ node }) {
    const inner = node.args[0] && unguarded(node.args[0]);
    return isLog(node) && inner !== undefined && ['ndtr', 'erf', 'erfc'].includes(essence(inner).op);
  },
});
