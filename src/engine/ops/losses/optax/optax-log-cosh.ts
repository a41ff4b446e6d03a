import { composite } from '../composite';
import { errorOf } from './error-of';

/** `optax.log_cosh`. */
export const optaxLogCosh = composite(
  'optax_log_cosh',
  'Logarithm of the hyperbolic cosine of the difference.',
  'input, target=None',
  (k) => {
    const error = errorOf(k);
    return k.subtract(k.op('logaddexp', [error, k.negative(error)]), k.op('log', [k.constant(2, 'float')]));
  },
);
