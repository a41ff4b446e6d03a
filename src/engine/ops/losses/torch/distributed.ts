import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** Cross-entropy of class probabilities under log-probabilities; the mean divides by the number of positions. */
export function distributed<E extends Signature>(k: Kit<E>, logs: E, target: E, smoothing: number): E {
  const axis = logs.shape.length === 1 ? 0 : 1;
  const classes = logs.shape[axis] ?? 1;
  const smoothed = smoothing === 0 ? target : k.add(k.multiply(target, 1 - smoothing), smoothing / classes);
  const terms = k.multiply(logs, smoothed);
  const weight = k.optional('weight');
  return k.reduce(k.negative(k.sum(weight ? k.multiply(terms, k.alongAxis(weight, axis, logs.shape.length)) : terms, [axis])));
}
