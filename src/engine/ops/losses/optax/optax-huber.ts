import { composite } from '../composite';
import { errorOf } from './error-of';

/** `optax.huber_loss`, in the form that library writes it. */
export const optaxHuber = composite(
  'optax_huber',
  'Quadratic up to delta, then linear with slope delta.',
  'input, target=None, delta=1.0',
  (k) => {
    const size = k.op('abs', [errorOf(k)]);
    const delta = k.tensor('delta');
    const quadratic = k.op('minimum', [size, delta]);
    const linear = k.subtract(size, quadratic);
    return k.add(k.multiply(0.5, k.op('square', [quadratic])), k.multiply(delta, linear));
  },
);
