import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** softplus(x) - x y: the value of max(x, 0) - x y + log(1 + exp(-|x|)), which TensorFlow evaluates without overflow. */
export function sigmoidCrossEntropy<E extends Signature>(k: Kit<E>, input: E, target: E): E {
  return k.subtract(k.op('softplus', [input]), k.multiply(input, target));
}
