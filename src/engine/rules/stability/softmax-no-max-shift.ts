import { hazardRule } from '../hazard-rule';
import { isExponential, isHandmadeSoftmax } from '../softmax';
import { elementsOf } from '../view';

/** exp(z) / Σ exp(z) without a shift by the maximum. */
export const softmaxNoMaxShift = hazardRule({
  name: 'softmax-no-max-shift',
  rank: 58,
  matches({ node }, view) {
    if (isHandmadeSoftmax(node)) return true;
    return (
      isExponential(node) && view.downstream(node, 5).some((user) => isHandmadeSoftmax(user) && elementsOf(user.args[0] ?? user) === node)
    );
  },
});
