import { composite } from '../composite';

/** `torch.distributions.Gamma.log_prob`. */
export const gammaLogProb = composite('gamma_log_prob', 'Log-density of a gamma distribution.', 'concentration, rate, value', (k) => {
  const concentration = k.tensor('concentration');
  const rate = k.tensor('rate');
  const value = k.tensor('value');
  const powers = k.add(k.op('xlogy', [concentration, rate]), k.op('xlogy', [k.subtract(concentration, 1), value]));
  return k.subtract(k.subtract(powers, k.multiply(rate, value)), k.op('lgamma', [concentration]));
});
