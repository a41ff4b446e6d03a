import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** Norm of x - y + eps along the last axis, of degree `p`. */
export function distance<E extends Signature>(k: Kit<E>, x: E, y: E, keepdims = false): E {
  const shifted = k.add(k.subtract(x, y), k.number('eps', 1e-6));
  return k.op('norm', [shifted], { ord: k.number('p', 2), axes: [shifted.shape.length - 1], keepdims });
}
