import { hazardRule } from '../hazard-rule';
import { isOp, isSquaredNorm, within } from '../view';
import { isRoot } from '../roots';

/** sqrt(Σ x²) at the zero vector. */
export const normByHand = hazardRule({
  name: 'norm-by-hand',
  rank: 50,
  matches: ({ node }) =>
    node.op === 'hypot' ||
    (isRoot(node) &&
      node.args[0] !== undefined &&
      isSquaredNorm(node.args[0]) &&
      within(node.args[0], isOp('sum', 'einsum', 'matmul', 'add'), 3)),
});
