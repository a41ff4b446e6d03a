import { hazardRule } from '../hazard-rule';

/** A softmax over a row of -inf. */
export const fullyMaskedSoftmax = hazardRule({
  name: 'fully-masked-softmax',
  rank: 40,
  matches: ({ node }) => node.op === 'softmax' || node.op === 'log_softmax',
});
