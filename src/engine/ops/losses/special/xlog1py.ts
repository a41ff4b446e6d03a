import { composite } from '../composite';

/** `xlog1py` of SciPy, JAX and TensorFlow. */
export const xlog1py = composite('xlog1py', 'x log(1 + y), 0 where x is 0.', 'x, y', (k) => {
  const [x, y] = [k.tensor('x'), k.tensor('y')];
  const nothing = k.op('equal', [x, 0]);
  return k.op('where', [nothing, 0, k.multiply(x, k.op('log1p', [k.op('where', [nothing, 0, y])]))]);
});
