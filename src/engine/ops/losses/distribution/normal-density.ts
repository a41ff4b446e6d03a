import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** Log-density of a normal distribution with `loc` and `scale` at a value. */
export function normalDensity<E extends Signature>(k: Kit<E>, value: E): E {
  const scale = k.tensor('scale');
  const square = k.op('square', [k.subtract(value, k.tensor('loc'))]);
  const fit = k.divide(k.negative(square), k.multiply(2, k.op('square', [scale])));
  return k.subtract(k.subtract(fit, k.op('log', [scale])), 0.5 * Math.log(2 * Math.PI));
}
