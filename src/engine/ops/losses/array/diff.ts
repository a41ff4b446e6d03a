import { composite } from '../composite';
import { Refused } from '../build';

/** `diff` of torch, NumPy and JAX. */
export const diff = composite('diff', 'Differences of neighbours along an axis.', 'input, n=1, axis=-1', (k) => {
  const input = k.tensor('input');
  if (k.number('n', 1) !== 1) throw new Refused('only first differences are modelled');
  const axis = k.axis('axis', -1, input.shape.length);
  const part = (from: number, to: number) => k.slice(input, axis, from, to);
  const size = input.shape[axis] ?? 1;
  return k.subtract(part(1, size), part(0, size - 1));
});
