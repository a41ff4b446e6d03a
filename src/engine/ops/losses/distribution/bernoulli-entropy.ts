import { composite } from '../composite';
import { binaryLogitsOf } from './binary-logits-of';

/** `torch.distributions.Bernoulli.entropy`. */
export const bernoulliEntropy = composite('bernoulli_entropy', 'Entropy of a Bernoulli distribution.', 'probs=None, logits=None', (k) => {
  const logits = binaryLogitsOf(k);
  const probs = k.optional('probs') ?? k.op('sigmoid', [logits]);
  return k.subtract(k.multiply(k.subtract(1, probs), logits), k.op('log_sigmoid', [logits]));
});
