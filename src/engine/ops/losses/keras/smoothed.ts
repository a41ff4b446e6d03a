import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** Labels mixed with the uniform distribution over `classes` by `label_smoothing`. */
export function smoothed<E extends Signature>(k: Kit<E>, labels: E, classes: number): E {
  const smoothing = k.number('label_smoothing', 0);
  return smoothing === 0 ? labels : k.add(k.multiply(labels, 1 - smoothing), smoothing / classes);
}
