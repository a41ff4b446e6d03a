import { composite } from '../composite';

/** `torch.distributions.kl_divergence` of two Dirichlet distributions. */
export const klDirichlet = composite(
  'kl_dirichlet',
  'Kullback-Leibler divergence of two Dirichlet distributions.',
  'p_concentration, q_concentration',
  (k) => {
    const [p, q] = [k.tensor('p_concentration'), k.tensor('q_concentration')];
    const axes = [p.shape.length - 1];
    const log = (x: typeof p) => k.op('lgamma', [x]);
    const total = k.sum(p, axes);
    const first = k.subtract(log(total), log(k.sum(q, axes)));
    const second = k.sum(k.subtract(log(p), log(q)), axes);
    const slopes = k.subtract(k.op('digamma', [p]), k.op('digamma', [k.unsqueeze(total, total.shape.length)]));
    return k.add(k.subtract(first, second), k.sum(k.multiply(k.subtract(p, q), slopes), axes));
  },
);
