import { Refused } from '../build';
import { composite } from '../composite';

/** `cross` of torch, NumPy and JAX, for vectors of three. */
export const cross = composite('cross', 'Cross product of vectors of three.', 'x, y, axis=-1', (k) => {
  const [x, y] = [k.tensor('x'), k.tensor('y')];
  const axis = k.axis('axis', -1, x.shape.length);
  if (x.shape[axis] !== 3 || y.shape.length !== x.shape.length) throw new Refused('a cross product of vectors that are not of three');
  const part = (z: typeof x, i: number) => k.slice(z, axis, i, i + 1);
  const term = (i: number, j: number) => k.subtract(k.multiply(part(x, i), part(y, j)), k.multiply(part(x, j), part(y, i)));
  return k.op('concatenate', [term(1, 2), term(2, 0), term(0, 1)], { axis });
});
