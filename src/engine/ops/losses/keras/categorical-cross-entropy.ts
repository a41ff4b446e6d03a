import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';
import { softmaxCrossEntropy } from '../tensorflow/softmax-cross-entropy';
import { EPSILON } from './epsilon';

/** Cross-entropy along `axis`, of logits or of probabilities as `from_logits` says. */
export function categoricalCrossEntropy<E extends Signature>(k: Kit<E>, input: E, target: E): E {
  const axis = k.axis('axis', -1, input.shape.length);
  if (k.flag('from_logits')) return softmaxCrossEntropy(k, input, target, axis);
  return k.negative(k.sum(k.multiply(target, k.op('log', [clippedShares(k, input, axis)])), [axis]));
}

/** Probabilities divided by their sum along an axis, and kept within [ε, 1 - ε]. */
export function clippedShares<E extends Signature>(k: Kit<E>, input: E, axis: number): E {
  return k.op('clip', [k.divide(input, k.sum(input, [axis], true)), EPSILON, 1 - EPSILON]);
}
