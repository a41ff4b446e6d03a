import { composite } from '../composite';

/** `jax.nn.sparse_plus`. */
export const sparsePlus = composite('sparse_plus', 'A smooth ramp that is 0 below -1 and x above 1.', 'x', (k) => {
  const x = k.tensor('x');
  const bent = k.divide(k.op('square', [k.add(x, 1)]), 4);
  return k.op('where', [k.op('less_equal', [x, -1]), 0, k.op('where', [k.op('greater_equal', [x, 1]), x, bent])]);
});
