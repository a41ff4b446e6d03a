import { composite } from '../composite';

/** `jax.scipy.stats.norm.logcdf`. */
export const normalLogNdtr = composite(
  'normal_log_ndtr',
  'Logarithm of the distribution function of a normal distribution.',
  'value, loc=0, scale=1',
  (k) => k.op('log_ndtr', [k.divide(k.subtract(k.tensor('value'), k.tensor('loc')), k.tensor('scale'))]),
);
