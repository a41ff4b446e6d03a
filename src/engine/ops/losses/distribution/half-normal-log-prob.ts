import { composite } from '../composite';

/** `torch.distributions.HalfNormal.log_prob`. */
export const halfNormalLogProb = composite('half_normal_log_prob', 'Log-density of a half-normal distribution.', 'scale, value', (k) => {
  const [scale, value] = [k.tensor('scale'), k.tensor('value')];
  const fit = k.divide(k.op('square', [value]), k.multiply(2, k.op('square', [scale])));
  const density = k.subtract(k.subtract(k.negative(fit), k.op('log', [scale])), Math.log(Math.sqrt(2 * Math.PI)) - Math.LN2);
  return k.op('where', [k.op('greater_equal', [value, 0]), density, -Infinity]);
});
