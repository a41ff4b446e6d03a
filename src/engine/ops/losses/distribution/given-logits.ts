import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';
import { SMALLEST } from './smallest';

/** The logits of a Bernoulli distribution: as given, or those of its probabilities, kept within [ε, 1 - ε]. */
export function binaryLogits<E extends Signature>(k: Kit<E>, probs: string, logits: string): E {
  const given = k.optional(probs);
  if (!given) return k.tensor(logits);
  const inner = k.op('clip', [given, SMALLEST, 1 - SMALLEST]);
  return k.subtract(k.op('log', [inner]), k.op('log1p', [k.negative(inner)]));
}

/** The logarithms of the probabilities of a categorical distribution. */
export function classLogits<E extends Signature>(k: Kit<E>, probs: string, logits: string): E {
  const given = k.optional(probs);
  if (!given) {
    const scores = k.tensor(logits);
    return k.subtract(scores, k.op('logsumexp', [scores], { axes: [scores.shape.length - 1], keepdims: true }));
  }
  const shares = k.divide(given, k.sum(given, [given.shape.length - 1], true));
  return k.op('log', [k.op('clip', [shares, SMALLEST, 1 - SMALLEST])]);
}
