import { hazardRule } from '../hazard-rule';

/** rsqrt at 0. */
export const rsqrtZero = hazardRule({
  name: 'rsqrt-zero',
  rank: 40,
  matches: ({ node }) => node.op === 'rsqrt',
});
