import { composite } from '../composite';

/** `torch.distributions.Exponential.log_prob`. */
export const exponentialLogProb = composite('exponential_log_prob', 'Log-density of an exponential distribution.', 'rate, value', (k) => {
  const rate = k.tensor('rate');
  return k.subtract(k.op('log', [rate]), k.multiply(rate, k.tensor('value')));
});
