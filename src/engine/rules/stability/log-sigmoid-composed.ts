import { hazardRule } from '../hazard-rule';
import { argumentOf, isLog, logOfComplement } from '../logarithm';
import { isSigmoid } from '../softmax';
import { unguarded } from '../view';

/** log σ(x) or log(1 - σ(x)). */
export const logSigmoidComposed = hazardRule({
  name: 'log-sigmoid-composed',
  rank: 60,
  matches(hazard) {
    if (!isLog(hazard.node)) return false;
    const complement = logOfComplement(hazard.node);
    return isSigmoid(unguarded(complement ?? argumentOf(hazard)));
  },
});
