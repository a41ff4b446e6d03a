import { Refused } from '../build';
import { composite } from '../composite';

/** `kron` of matrices in torch, NumPy and JAX. */
export const kron = composite('kron', 'Kronecker product of matrices.', 'x, y', (k) => {
  const [x, y] = [k.tensor('x'), k.tensor('y')];
  const [a = 1, b = 1] = x.shape;
  const [c = 1, d = 1] = y.shape;
  if (x.shape.length !== 2 || y.shape.length !== 2) throw new Refused('a Kronecker product of something that is no matrix');
  const left = k.op('reshape', [x], { shape: [a, 1, b, 1] });
  return k.op('reshape', [k.multiply(left, k.op('reshape', [y], { shape: [1, c, 1, d] }))], { shape: [a * c, b * d] });
});
