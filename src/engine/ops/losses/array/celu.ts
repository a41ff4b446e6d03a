import { composite } from '../composite';

/** `celu` of torch and JAX. */
export const celu = composite('celu', 'A ramp that bends to a constant below 0.', 'input, alpha=1.0', (k) => {
  const x = k.tensor('input');
  const alpha = k.number('alpha', 1);
  const below = k.multiply(alpha, k.op('expm1', [k.divide(k.op('where', [k.op('greater', [x, 0]), 0, x]), alpha)]));
  return k.op('where', [k.op('greater', [x, 0]), x, below]);
});
