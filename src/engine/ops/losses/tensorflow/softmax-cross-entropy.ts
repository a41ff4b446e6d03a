import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/**
 * -Σ labels · log_softmax(logits) along an axis. The kernel's gradient in the logits is softmax - labels whatever the labels
 * sum to: that of logsumexp(logits) - Σ labels · logits, which has this value only where they sum to 1.
 */
export function softmaxCrossEntropy<E extends Signature>(k: Kit<E>, logits: E, labels: E, axis: number): E {
  const value = k.negative(k.sum(k.multiply(labels, k.op('log_softmax', [logits], { axis })), [axis]));
  const total = k.op('logsumexp', [logits], { axes: [axis], keepdims: false });
  return k.op('surrogate', [value, k.subtract(total, k.sum(k.multiply(labels, logits), [axis]))]);
}
