import { composite } from '../composite';

/** `torch.distributions.kl_divergence` of two gamma distributions. */
export const klGamma = composite(
  'kl_gamma',
  'Kullback-Leibler divergence of two gamma distributions.',
  'p_concentration, p_rate, q_concentration, q_rate',
  (k) => {
    const [a, b, c, d] = [k.tensor('p_concentration'), k.tensor('p_rate'), k.tensor('q_concentration'), k.tensor('q_rate')];
    const first = k.multiply(c, k.op('log', [k.divide(b, d)]));
    const second = k.subtract(k.op('lgamma', [c]), k.op('lgamma', [a]));
    const third = k.multiply(k.subtract(a, c), k.op('digamma', [a]));
    return k.add(k.add(k.add(first, second), third), k.multiply(k.subtract(d, b), k.divide(a, b)));
  },
);
