import { hazardRule } from '../hazard-rule';
import { isMask } from '../masks';
import { elementsOf } from '../view';

/** mask * f(x): what is masked out is infinite, and inf · 0 is nan. */
export const maskMultiply = hazardRule({
  name: 'mask-multiply',
  rank: 48,
  matches({ node }, view) {
    return view.downstream(node, 3).some((user) => user.op === 'multiply' && user.args.some((a) => isMask(elementsOf(a))));
  },
});
