import { logDiagonal, triangle } from './triangle';
import { composite } from '../composite';

/** `torch.distributions.MultivariateNormal.log_prob`. */
export const multivariateNormalLogProb = composite(
  'multivariate_normal_log_prob',
  'Log-density of a multivariate normal distribution.',
  'loc, covariance_matrix=None, scale_tril=None, value=None',
  (k) => {
    const factor = triangle(k);
    const size = factor.shape[0] ?? 1;
    const gap = k.subtract(k.tensor('value'), k.tensor('loc'));
    const flat = k.op('transpose', [k.op('reshape', [gap], { shape: [-1, size] })], { axes: [1, 0] });
    const distances = k.sum(k.op('square', [k.op('solve', [factor, flat])]), [0]);
    const fit = k.op('reshape', [distances], { shape: gap.shape.slice(0, -1) });
    return k.subtract(k.multiply(-0.5, k.add(size * Math.log(2 * Math.PI), fit)), k.sum(logDiagonal(k, factor)));
  },
);
