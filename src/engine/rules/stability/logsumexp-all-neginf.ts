import { hazardRule } from '../hazard-rule';

/** logsumexp of nothing but -inf: the value may be meant, the gradient is nan. */
export const logsumexpAllNeginf = hazardRule({
  name: 'logsumexp-all-neginf',
  rank: 40,
  matches: ({ node }) => ['logsumexp', 'logaddexp', 'logcumsumexp'].includes(node.op),
});
