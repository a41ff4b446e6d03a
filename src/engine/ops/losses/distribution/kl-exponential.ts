import { composite } from '../composite';

/** `torch.distributions.kl_divergence` of two exponential distributions. */
export const klExponential = composite(
  'kl_exponential',
  'Kullback-Leibler divergence of two exponential distributions.',
  'p_rate, q_rate',
  (k) => {
    const ratio = k.divide(k.tensor('q_rate'), k.tensor('p_rate'));
    return k.subtract(k.subtract(ratio, k.op('log', [ratio])), 1);
  },
);
