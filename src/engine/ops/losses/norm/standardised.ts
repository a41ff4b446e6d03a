import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** Each element minus the mean, over the root of the variance plus `eps`, of some axes. */
export function standardised<E extends Signature>(k: Kit<E>, x: E, axes: readonly number[], eps: number): E {
  const centred = k.subtract(x, k.mean(x, axes, true));
  const variance = k.op('var', [x], { axes, correction: 0, keepdims: true });
  return k.multiply(centred, k.op('rsqrt', [k.add(variance, eps)]));
}

/** Scaled and shifted, where there is something to scale and shift by. */
export function scaledBy<E extends Signature>(k: Kit<E>, x: E, weight: E | null, bias: E | null): E {
  const scaled = weight ? k.multiply(x, weight) : x;
  return bias ? k.add(scaled, bias) : scaled;
}

/** A vector of channels, which broadcasts along the second axis of a tensor of this rank. */
export function perChannel<E extends Signature>(k: Kit<E>, name: string, rank: number): E | null {
  const given = k.optional(name);
  return given ? k.alongAxis(given, 1, rank) : null;
}
