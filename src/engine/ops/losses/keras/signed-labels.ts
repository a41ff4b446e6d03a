import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** Labels of 0 and 1 as -1 and 1; labels that hold anything else stay as they are. */
export function signedLabels<E extends Signature>(k: Kit<E>, labels: E): E {
  const binary = k.op('logical_or', [k.op('equal', [labels, 0]), k.op('equal', [labels, 1])]);
  const all = k.op('all', [binary], { axes: null, keepdims: false });
  return k.op('select', [all, k.subtract(k.multiply(2, labels), 1), labels]);
}
