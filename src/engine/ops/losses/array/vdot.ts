import { composite } from '../composite';
import { Refused } from '../build';

/** `vdot` of real arrays of one shape. */
export const vdot = composite('vdot', 'Sum of the products of corresponding elements.', 'x, y', (k) => {
  const x = k.tensor('x');
  const y = k.tensor('y');
  if (x.shape.join() !== y.shape.join()) throw new Refused('the operands differ in shape');
  return k.sum(k.multiply(x, y));
});
