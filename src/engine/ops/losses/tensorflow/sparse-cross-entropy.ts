import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** -log_softmax(logits)[label] along the last axis. */
export function sparseCrossEntropy<E extends Signature>(k: Kit<E>, logits: E, labels: E): E {
  const axis = logits.shape.length - 1;
  const own = k.op('gather', [k.op('log_softmax', [logits], { axis }), k.unsqueeze(labels, axis)], { axis });
  return k.negative(k.op('reshape', [own], { shape: labels.shape }));
}
