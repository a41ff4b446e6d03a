import { composite } from '../composite';

/** `jax.scipy.stats.norm.cdf`. */
export const normalNdtr = composite('normal_ndtr', 'Distribution function of a normal distribution.', 'value, loc=0, scale=1', (k) =>
  k.op('ndtr', [k.divide(k.subtract(k.tensor('value'), k.tensor('loc')), k.tensor('scale'))]),
);
