import { hazardRule } from '../hazard-rule';
import { isRoot } from '../roots';

/** sqrt at 0: an infinite slope, nan as soon as the inner derivative is 0. */
export const sqrtGradZero = hazardRule({
  name: 'sqrt-grad-zero',
  rank: 10,
  matches: ({ node }) => isRoot(node) || node.op === 'cbrt',
});
