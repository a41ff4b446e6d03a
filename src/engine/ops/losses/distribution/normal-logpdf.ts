import { composite } from '../composite';

/** `jax.scipy.stats.norm.logpdf`, which takes one logarithm of 2π scale². */
export const normalLogpdf = composite('normal_logpdf', 'Log-density of a normal distribution.', 'value, loc=0, scale=1', (k) => {
  const spread = k.op('square', [k.tensor('scale')]);
  const fit = k.divide(k.op('square', [k.subtract(k.tensor('value'), k.tensor('loc'))]), spread);
  return k.divide(k.negative(k.add(k.op('log', [k.multiply(2 * Math.PI, spread)]), fit)), 2);
});
