import { composite } from '../composite';

/** `torch.distributions.kl_divergence` of two normal distributions. */
export const klNormal = composite(
  'kl_normal',
  'Kullback-Leibler divergence of two normal distributions.',
  'p_loc, p_scale, q_loc, q_scale',
  (k) => {
    const ratio = k.op('square', [k.divide(k.tensor('p_scale'), k.tensor('q_scale'))]);
    const gap = k.op('square', [k.divide(k.subtract(k.tensor('p_loc'), k.tensor('q_loc')), k.tensor('q_scale'))]);
    return k.multiply(0.5, k.subtract(k.subtract(k.add(ratio, gap), 1), k.op('log', [ratio])));
  },
);
