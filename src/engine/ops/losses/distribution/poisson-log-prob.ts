import { composite } from '../composite';

/** `torch.distributions.Poisson.log_prob`. */
export const poissonLogProb = composite('poisson_log_prob', 'Log-probability of a Poisson distribution.', 'rate, value', (k) => {
  const rate = k.tensor('rate');
  const value = k.tensor('value');
  return k.subtract(k.subtract(k.op('xlogy', [value, rate]), rate), k.op('lgamma', [k.add(value, 1)]));
});
