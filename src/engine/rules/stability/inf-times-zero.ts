import { hazardRule } from '../hazard-rule';

/** 0 · ±inf where a log-probability is -inf and its weight 0. */
export const infTimesZero = hazardRule({
  name: 'inf-times-zero',
  rank: 30,
  matches: ({ node, at }) => node.op === 'multiply' && at.some((v) => Math.abs(v) === Infinity),
});
