import { composite } from '../composite';

/** `tf.nn.l2_loss`. */
export const l2Penalty = composite('l2_penalty', 'Half of the sum of squares.', 'input', (k) =>
  k.divide(k.sum(k.op('square', [k.tensor('input')])), 2),
);
