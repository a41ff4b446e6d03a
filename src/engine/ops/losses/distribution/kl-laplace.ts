import { composite } from '../composite';

/** `torch.distributions.kl_divergence` of two Laplace distributions. */
export const klLaplace = composite(
  'kl_laplace',
  'Kullback-Leibler divergence of two Laplace distributions.',
  'p_loc, p_scale, q_loc, q_scale',
  (k) => {
    const [p, q] = [k.tensor('p_scale'), k.tensor('q_scale')];
    const ratio = k.divide(p, q);
    const gap = k.op('abs', [k.subtract(k.tensor('p_loc'), k.tensor('q_loc'))]);
    const bent = k.multiply(ratio, k.op('exp', [k.divide(k.negative(gap), p)]));
    return k.subtract(k.add(k.add(k.negative(k.op('log', [ratio])), k.divide(gap, q)), bent), 1);
  },
);
