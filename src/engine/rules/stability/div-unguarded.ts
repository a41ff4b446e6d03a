import { hazardRule } from '../hazard-rule';
import { isDivision } from '../division';

/** A division by something that can be 0. */
export const divUnguarded = hazardRule({
  name: 'div-unguarded',
  rank: 10,
  matches: ({ node }) => isDivision(node),
});
