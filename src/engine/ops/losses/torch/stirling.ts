import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** Stirling's approximation of log(target!), and 0 for targets up to 1. */
export function stirling<E extends Signature>(k: Kit<E>, target: E): E {
  const logarithm = k.op('log', [target]);
  const half = k.multiply(0.5, k.op('log', [k.multiply(2 * Math.PI, target)]));
  const sum = k.add(k.subtract(k.multiply(target, logarithm), target), half);
  return k.op('where', [k.op('less_equal', [target, 1]), 0, sum]);
}
