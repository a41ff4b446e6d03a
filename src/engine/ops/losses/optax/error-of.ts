import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** Prediction minus target, or the prediction alone. */
export function errorOf<E extends Signature>(k: Kit<E>): E {
  const input = k.tensor('input');
  const target = k.optional('target');
  return target ? k.subtract(input, target) : input;
}
