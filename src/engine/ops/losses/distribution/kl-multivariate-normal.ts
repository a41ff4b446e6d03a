import { logDiagonal, triangle } from './triangle';
import { composite } from '../composite';

/** `torch.distributions.kl_divergence` of two multivariate normal distributions. */
export const klMultivariateNormal = composite(
  'kl_multivariate_normal',
  'Kullback-Leibler divergence of two multivariate normal distributions.',
  'p_loc, p_covariance_matrix=None, p_scale_tril=None, q_loc=None, q_covariance_matrix=None, q_scale_tril=None',
  (k) => {
    const [p, q] = [triangle(k, 'p_'), triangle(k, 'q_')];
    const size = p.shape[0] ?? 1;
    const logs = k.subtract(k.sum(logDiagonal(k, q)), k.sum(logDiagonal(k, p)));
    const spread = k.sum(k.op('square', [k.op('solve', [q, p])]));
    const gap = k.sum(k.op('square', [k.op('solve', [q, k.subtract(k.tensor('q_loc'), k.tensor('p_loc'))])]));
    return k.add(logs, k.multiply(0.5, k.subtract(k.add(spread, gap), size)));
  },
);
