import { hazardRule } from '../hazard-rule';

/** 0 ** 0: its slope is nan in JAX and TensorFlow. */
export const powZeroExponent = hazardRule({
  name: 'pow-zero-exponent',
  rank: 60,
  matches: ({ node, at, phase }) => node.op === 'power' && phase === 'backward' && at[0] === 0 && at[1] === 0,
});
