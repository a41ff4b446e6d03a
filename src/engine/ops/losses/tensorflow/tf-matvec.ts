import { composite } from '../composite';

/** `tf.linalg.matvec`. */
export const tfMatvec = composite('tf_matvec', 'Product of matrices and vectors.', 'x, y, transpose_a=False', (k) => {
  const x = k.tensor('x');
  const rank = x.shape.length;
  const left = k.flag('transpose_a') ? k.op('transpose', [x], { axes: [...x.shape.slice(2).map((_, i) => i), rank - 1, rank - 2] }) : x;
  const y = k.tensor('y');
  const product = k.op('matmul', [left, k.unsqueeze(y, y.shape.length)]);
  return k.op('reshape', [product], { shape: product.shape.slice(0, -1) });
});
