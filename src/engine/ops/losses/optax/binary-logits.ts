import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** -y log σ(x) - (1 - y) log σ(-x). */
export function binaryLogits<E extends Signature>(k: Kit<E>, input: E, target: E): E {
  const yes = k.multiply(k.negative(target), k.op('log_sigmoid', [input]));
  return k.subtract(yes, k.multiply(k.subtract(1, target), k.op('log_sigmoid', [k.negative(input)])));
}
