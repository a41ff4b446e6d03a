import { hazardRule } from '../hazard-rule';
import { isLog, logOfOnePlus } from '../logarithm';
import { isExponential } from '../softmax';
import { elementsOf, withoutConstant } from '../view';

/** log(1 + exp x). */
export const softplusNaive = hazardRule({
  name: 'softplus-naive',
  rank: 62,
  matches({ node }, view) {
    const logs = isLog(node) ? [node] : view.downstream(node, 3).filter(isLog);
    return logs.some((log) => {
      const inner = logOfOnePlus(log, withoutConstant);
      return inner !== null && isExponential(elementsOf(inner)) && (isLog(node) || elementsOf(inner) === node);
    });
  },
});
