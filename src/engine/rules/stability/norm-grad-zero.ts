import { hazardRule } from '../hazard-rule';

/** A library norm whose gradient at the zero vector is nan. */
export const normGradZero = hazardRule({
  name: 'norm-grad-zero',
  rank: 40,
  matches: ({ node, phase }) => ['norm', 'cdist', 'normalize', 'cosine_similarity'].includes(node.op) && phase === 'backward',
});
