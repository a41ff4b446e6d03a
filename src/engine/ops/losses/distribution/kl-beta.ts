import { composite } from '../composite';

/** `torch.distributions.kl_divergence` of two beta distributions. */
export const klBeta = composite(
  'kl_beta',
  'Kullback-Leibler divergence of two beta distributions.',
  'p_concentration1, p_concentration0, q_concentration1, q_concentration0',
  (k) => {
    const [a, b, c, d] = [
      k.tensor('p_concentration1'),
      k.tensor('p_concentration0'),
      k.tensor('q_concentration1'),
      k.tensor('q_concentration0'),
    ];
    const [p, q] = [k.add(a, b), k.add(c, d)];
    const log = (x: typeof a) => k.op('lgamma', [x]);
    const slope = (x: typeof a) => k.op('digamma', [x]);
    const gammas = k.subtract(k.add(k.add(log(c), log(d)), log(p)), k.add(k.add(log(a), log(b)), log(q)));
    const slopes = k.add(k.multiply(k.subtract(a, c), slope(a)), k.multiply(k.subtract(b, d), slope(b)));
    return k.add(k.add(gammas, slopes), k.multiply(k.subtract(q, p), slope(p)));
  },
);
