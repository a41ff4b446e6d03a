import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';
import { isExponential, isLogOfSum, summedIn } from '../softmax';
import { within } from '../view';

/** log Σ exp without a shift by the maximum, or with one that a mask undoes. */
export const logOfSumExp = hazardRule({
  name: 'log-of-sum-exp',
  rank: 56,
  matches({ node, at: [x = 0], emptied }, view) {
    if (emptied) return false;
    if (isExponential(node)) return view.downstream(node, 6).some((user) => isLogOfSum(user, node));
    if (!isLog(node) || !node.args[0] || x < 0) return false;
    const inner = summedIn(node.args[0]);
    return inner !== null && within(inner, isExponential, 2);
  },
});
