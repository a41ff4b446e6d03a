import { composite } from '../composite';

/** `torch.distributions.Cauchy.log_prob`. */
export const cauchyLogProb = composite('cauchy_log_prob', 'Log-density of a Cauchy distribution.', 'loc, scale, value', (k) => {
  const scale = k.tensor('scale');
  const gap = k.divide(k.subtract(k.tensor('value'), k.tensor('loc')), scale);
  const constant = k.subtract(-Math.log(Math.PI), k.op('log', [scale]));
  return k.subtract(constant, k.op('log1p', [k.op('square', [gap])]));
});
