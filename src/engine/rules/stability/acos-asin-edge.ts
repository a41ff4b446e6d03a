import { hazardRule } from '../hazard-rule';

/** acos and asin at ±1 and beyond. */
export const acosAsinEdge = hazardRule({
  name: 'acos-asin-edge',
  rank: 40,
  matches: ({ node }) => node.op === 'acos' || node.op === 'asin' || node.op === 'erfinv',
});
