import { hazardRule } from '../hazard-rule';
import { divisorOf, isDivision } from '../division';
import { isExponential } from '../softmax';
import { isOp, within } from '../view';

/** Sinkhorn scaling by a kernel exp(-C / ε) that underflows to 0. */
export const sinkhornUnderflow = hazardRule({
  name: 'sinkhorn-underflow',
  rank: 57,
  matches({ node }) {
    const divisor = divisorOf(node);
    return isDivision(node) && divisor !== null && within(divisor, (n) => isOp('matmul', 'einsum')(n) && within(n, isExponential, 3), 2);
  },
});
