import { hazardRule } from '../hazard-rule';
import { divisorOf, isDivision } from '../division';
import { essence, isOp, unguarded, within } from '../view';

/** A Gaussian or Laplace likelihood whose scale underflows to 0. */
export const zeroScaleLikelihood = hazardRule({
  name: 'zero-scale-likelihood',
  rank: 56,
  matches({ node }) {
    const divisor = divisorOf(node);
    const above = node.args[0];
    if (!isDivision(node) || !divisor || !above) return false;
    const scale = essence(unguarded(divisor));
    const made = isOp('softplus', 'exp', 'sigmoid', 'square', 'elu', 'relu')(scale) || within(scale, isOp('softplus', 'exp'), 2);
    return made && !within(scale, isOp('sum', 'mean', 'matmul', 'einsum'), 2) && within(above, isOp('subtract'), 3);
  },
});
