import { composite } from '../composite';

/** `jax.numpy.linalg.cholesky`, which makes its operand symmetric first. */
export const symmetricCholesky = composite('symmetric_cholesky', 'Cholesky factor of the symmetric part of a matrix.', 'input', (k) => {
  const x = k.tensor('input');
  const rank = x.shape.length;
  const turned = k.op('transpose', [x], { axes: [...x.shape.slice(2).map((_, i) => i), rank - 1, rank - 2] });
  return k.op('cholesky', [k.divide(k.add(x, turned), 2)]);
});
