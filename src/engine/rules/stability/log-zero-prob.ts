import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';

/** log of a quantity that can be 0. */
export const logZeroProb = hazardRule({
  name: 'log-zero-prob',
  rank: 10,
  matches: (hazard) => isLog(hazard.node) || ['xlogy', 'entr', 'logit', 'lgamma', 'digamma', 'log_ndtr'].includes(hazard.node.op),
});
