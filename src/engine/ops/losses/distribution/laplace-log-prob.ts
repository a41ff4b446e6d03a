import { composite } from '../composite';

/** `torch.distributions.Laplace.log_prob`. */
export const laplaceLogProb = composite('laplace_log_prob', 'Log-density of a Laplace distribution.', 'loc, scale, value', (k) => {
  const scale = k.tensor('scale');
  const gap = k.op('abs', [k.subtract(k.tensor('value'), k.tensor('loc'))]);
  return k.subtract(k.negative(k.op('log', [k.multiply(2, scale)])), k.divide(gap, scale));
});
