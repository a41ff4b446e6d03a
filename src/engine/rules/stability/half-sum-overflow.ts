import { hazardRule } from '../hazard-rule';
import { inFloat32 } from '../wider';

/** A total that leaves half precision. */
export const halfSumOverflow = hazardRule({
  name: 'half-sum-overflow',
  rank: 45,
  matches: ({ node, computedIn, got }) =>
    computedIn === 'float16' && ['sum', 'cumsum', 'mean', 'matmul', 'einsum'].includes(node.op) && Math.abs(got) === Infinity,
  rewrite: inFloat32,
});
