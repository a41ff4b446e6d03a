import { hazardRule } from '../hazard-rule';
import { argumentOf, isLog } from '../logarithm';
import { isSoftmax } from '../softmax';
import { elementsOf, summand, unguarded } from '../view';

/** log of a softmax whose smallest probability rounds to 0. */
export const logSoftmaxComposed = hazardRule({
  name: 'log-softmax-composed',
  rank: 60,
  matches(hazard) {
    if (!isLog(hazard.node)) return false;
    const inner = unguarded(argumentOf(hazard));
    return isSoftmax(inner) || isSoftmax(elementsOf(summand(inner) ?? inner));
  },
});
