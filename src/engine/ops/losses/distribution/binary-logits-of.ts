import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';
import { SMALLEST } from './smallest';

/** The logits of a Bernoulli distribution: as given, or those of its probabilities, kept within [ε, 1 - ε]. */
export function binaryLogitsOf<E extends Signature>(k: Kit<E>): E {
  const probs = k.optional('probs');
  if (!probs) return k.tensor('logits');
  const inner = k.op('clip', [probs, SMALLEST, 1 - SMALLEST]);
  return k.subtract(k.op('log', [inner]), k.op('log1p', [k.negative(inner)]));
}
