import { composite } from '../composite';
import { binaryLogitsOf } from './binary-logits-of';

/** `torch.distributions.Bernoulli.log_prob`. */
export const bernoulliLogProb = composite(
  'bernoulli_log_prob',
  'Log-probability of a Bernoulli distribution.',
  'probs=None, logits=None, value=None',
  (k) => {
    const logits = binaryLogitsOf(k);
    const value = k.tensor('value');
    return k.subtract(k.op('log_sigmoid', [logits]), k.multiply(k.subtract(1, value), logits));
  },
);
