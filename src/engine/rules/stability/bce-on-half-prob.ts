import { hazardRule } from '../hazard-rule';
import { withLogits } from '../with-logits';

/** A binary cross entropy of probabilities in half precision. */
export const bceOnHalfProb = hazardRule({
  name: 'bce-on-half-prob',
  rank: 60,
  matches: ({ node, computedIn }) => node.op === 'bounded_cross_entropy' && (computedIn === 'float16' || computedIn === 'bfloat16'),
  rewrite: ({ node }, view) => withLogits(node, view),
});
