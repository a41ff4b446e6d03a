import { hazardRule } from '../hazard-rule';

/** The angle of the origin. */
export const atan2Origin = hazardRule({
  name: 'atan2-origin',
  rank: 40,
  matches: ({ node }) => node.op === 'atan2',
});
