import { composite } from '../composite';
import { errorOf } from './error-of';

/** `optax.squared_error`. */
export const squaredError = composite('squared_error', 'Squared differences.', 'input, target=None', (k) => k.op('square', [errorOf(k)]));
