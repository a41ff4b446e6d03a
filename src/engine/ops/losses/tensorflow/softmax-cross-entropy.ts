import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/**
 * -Σ labels · log_softmax(logits) along an axis. The kernel's gradient is softmax - labels whatever the labels sum to; the
 * second term has the value 0 and makes up the difference where a row of labels does not sum to 1.
 */
export function softmaxCrossEntropy<E extends Signature>(k: Kit<E>, logits: E, labels: E, axis: number): E {
  const value = k.negative(k.sum(k.multiply(labels, k.op('log_softmax', [logits], { axis })), [axis]));
  return value;
}
