import { composite } from '../composite';

/** `tf.math.squared_difference`. */
export const squaredDifference = composite('squared_difference', 'Squared differences.', 'x, y', (k) =>
  k.op('square', [k.subtract(k.tensor('x'), k.tensor('y'))]),
);
