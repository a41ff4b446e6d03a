import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/**
 * -Σ labels · log_softmax(logits) along an axis. The kernel's gradient in the logits is softmax - labels whatever the labels
 * sum to: that of logsumexp(logits) - Σ labels · logits, which has this value only where they sum to 1. Its gradient in the
 * labels is -log_softmax(logits).
 */
export function softmaxCrossEntropy<E extends Signature>(k: Kit<E>, logits: E, labels: E, axis: number): E {
  const shares = k.op('log_softmax', [logits], { axis });
  const value = k.negative(k.sum(k.multiply(labels, shares), [axis]));
  const total = k.op('logsumexp', [logits], { axes: [axis], keepdims: true });
  const offset = k.multiply(labels, k.subtract(k.op('stop_gradient', [total]), logits));
  return k.op('surrogate', [value, k.add(k.sum(total, [axis]), k.sum(offset, [axis]))]);
}
