import { hazardRule } from '../hazard-rule';

/** The unbiased variance of one element. */
export const stdOfOne = hazardRule({
  name: 'std-of-one',
  rank: 60,
  matches: ({ node, phase }) => ['std', 'var'].includes(node.op) && phase === 'forward',
});
