import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';
import { SMALLEST } from './smallest';

/** Log-probabilities of a categorical distribution along the last axis: of its logits, or of its probabilities, kept within [ε, 1 - ε]. */
export function classLogitsOf<E extends Signature>(k: Kit<E>): E {
  const probs = k.optional('probs');
  if (!probs) {
    const logits = k.tensor('logits');
    return k.op('log_softmax', [logits], { axis: logits.shape.length - 1 });
  }
  const shares = k.divide(probs, k.sum(probs, [probs.shape.length - 1], true));
  return k.op('log', [k.op('clip', [shares, SMALLEST, 1 - SMALLEST])]);
}
