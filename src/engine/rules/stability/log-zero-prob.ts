import type { Hazard } from '../../analyses/hazard';
import { formatOf } from '../../numerics/format';
import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';

/** log of a quantity that can be 0. */
export const logZeroProb = hazardRule({
  name: 'log-zero-prob',
  rank: 10,
  matches: (hazard) =>
    ['xlogy', 'entr', 'logit', 'lgamma', 'digamma', 'log_ndtr'].includes(hazard.node.op) || (isLog(hazard.node) && !isSteep(hazard)),
});

/** Whether the slope of a logarithm is a number where the gradient through it is none: what comes in is too large, and not its operand too small. */
function isSteep({ node, phase, at: [x = 0], computedIn }: Hazard): boolean {
  return phase === 'backward' && node.op !== 'log1p' && 1 / x <= formatOf(computedIn).largest && x > 0;
}
