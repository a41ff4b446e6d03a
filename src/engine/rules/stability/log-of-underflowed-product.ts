import { hazardRule } from '../hazard-rule';
import { isLog } from '../logarithm';
import { isExponential } from '../softmax';
import { essence, isOp, unguarded, within } from '../view';

/** log of a product of probabilities, or of a density, that underflows to 0. */
export const logOfUnderflowedProduct = hazardRule({
  name: 'log-of-underflowed-product',
  rank: 52,
  matches({ node, at }) {
    const [x] = node.args;
    if (!isLog(node) || !x || (at[0] ?? 1) !== 0) return false;
    const inner = essence(unguarded(x));
    return (
      within(inner, isOp('prod', 'cumprod'), 3) || isExponential(inner) || (inner.op === 'multiply' && within(inner, isExponential, 3))
    );
  },
});
