import { hazardRule } from '../hazard-rule';
import { isDivision } from '../division';

/** A division by something that can be 0, or so near it that what comes out leaves the format. */
export const divUnguarded = hazardRule({
  name: 'div-unguarded',
  rank: 10,
  matches: ({ node }) => isDivision(node),
  tail: ({ node, at }) => ((at[node.op === 'reciprocal' ? 0 : 1] ?? 0) === 0 ? 'div-unguarded' : 'div-near-zero'),
});
