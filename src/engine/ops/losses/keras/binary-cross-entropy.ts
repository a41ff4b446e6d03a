import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';
import { sigmoidCrossEntropy } from '../tensorflow/sigmoid-cross-entropy';
import { EPSILON } from './epsilon';

/** Binary cross-entropy of each element, of logits or of probabilities as `from_logits` says. */
export function binaryCrossEntropy<E extends Signature>(k: Kit<E>, input: E, target: E): E {
  return k.flag('from_logits') ? sigmoidCrossEntropy(k, input, target) : clippedCrossEntropy(k, input, target);
}

/** Binary cross-entropy of probabilities kept within [ε, 1 - ε]. */
function clippedCrossEntropy<E extends Signature>(k: Kit<E>, input: E, target: E): E {
  const clipped = k.op('clip', [input, EPSILON, 1 - EPSILON]);
  const yes = k.multiply(target, k.op('log', [clipped]));
  const no = k.multiply(k.subtract(1, target), k.op('log', [k.subtract(1, clipped)]));
  return k.negative(k.add(yes, no));
}
