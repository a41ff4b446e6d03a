import { composite } from '../composite';
import { classLogitsOf } from './class-logits-of';

/** `torch.distributions.Categorical.entropy`. */
export const categoricalEntropy = composite(
  'categorical_entropy',
  'Entropy of a distribution over classes.',
  'probs=None, logits=None',
  (k) => {
    const logits = classLogitsOf(k);
    const axis = logits.shape.length - 1;
    const given = k.optional('probs');
    const probs = given ? k.divide(given, k.sum(given, [axis], true)) : k.op('exp', [logits]);
    return k.negative(k.sum(k.multiply(logits, probs), [axis]));
  },
);
