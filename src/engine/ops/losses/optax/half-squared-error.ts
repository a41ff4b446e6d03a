import { composite } from '../composite';
import { errorOf } from './error-of';

/** `optax.l2_loss`. */
export const halfSquaredError = composite('half_squared_error', 'Half of the squared differences.', 'input, target=None', (k) =>
  k.multiply(0.5, k.op('square', [errorOf(k)])),
);
