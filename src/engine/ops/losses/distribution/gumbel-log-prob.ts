import { composite } from '../composite';

/** `torch.distributions.Gumbel.log_prob`. */
export const gumbelLogProb = composite('gumbel_log_prob', 'Log-density of a Gumbel distribution.', 'loc, scale, value', (k) => {
  const y = k.divide(k.subtract(k.tensor('loc'), k.tensor('value')), k.tensor('scale'));
  return k.subtract(k.subtract(y, k.op('exp', [y])), k.op('log', [k.tensor('scale')]));
});
