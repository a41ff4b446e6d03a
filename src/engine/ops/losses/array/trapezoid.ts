import { composite } from '../composite';

/** `trapezoid` of torch, NumPy and JAX. */
export const trapezoid = composite('trapezoid', 'Integral by the trapezoidal rule.', 'y, x=None, dx=1.0, axis=-1', (k) => {
  const y = k.tensor('y');
  const axis = k.axis('axis', -1, y.shape.length);
  const size = y.shape[axis] ?? 1;
  const middle = k.divide(k.add(k.slice(y, axis, 1, size), k.slice(y, axis, 0, size - 1)), 2);
  const x = k.optional('x');
  if (!x) return k.multiply(k.sum(middle, [axis]), k.number('dx', 1));
  const along = x.shape.length === 1 ? 0 : axis;
  const steps = k.subtract(k.slice(x, along, 1, size), k.slice(x, along, 0, size - 1));
  return k.sum(k.multiply(middle, x.shape.length === 1 ? k.alongAxis(steps, axis, y.shape.length) : steps), [axis]);
});
