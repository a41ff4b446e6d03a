import { composite } from '../composite';

/** `tf.linalg.matmul`. */
export const tfMatmul = composite(
  'tf_matmul',
  'Product of matrices, either transposed.',
  'x, y, transpose_a=False, transpose_b=False, adjoint_a=False, adjoint_b=False',
  (k) => {
    const x = k.tensor('x');
    type E0 = typeof x;
    const turned = (x: E0, flag: boolean) => {
      const rank = x.shape.length;
      if (!flag) return x;
      return k.op('transpose', [x], { axes: [...x.shape.slice(2).map((_, i) => i), rank - 1, rank - 2] });
    };
    return k.op('matmul', [
      turned(x, k.flag('transpose_a') || k.flag('adjoint_a')),
      turned(k.tensor('y'), k.flag('transpose_b') || k.flag('adjoint_b')),
    ]);
  },
);
