import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** -Σ target · log_softmax(input) along `axis`. */
export function softCrossEntropy<E extends Signature>(k: Kit<E>): E {
  const input = k.tensor('input');
  const axis = k.axis('axis', -1, input.shape.length);
  return k.negative(k.sum(k.multiply(k.tensor('target'), k.op('log_softmax', [input], { axis })), [axis]));
}
