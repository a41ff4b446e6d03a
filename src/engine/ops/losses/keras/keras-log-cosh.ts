import { composite } from '../composite';
import { pair } from './pair';
import { reduced } from './reduced';

/** Keras rounds log 2 to float32 before anything else. */
const LN2 = Math.fround(Math.LN2);

/** `keras.losses.log_cosh`. */
export const kerasLogCosh = composite(
  'keras_log_cosh',
  'Logarithm of the hyperbolic cosine of the difference.',
  'input, target, reduction=None, sample_weight=None',
  (k) => {
    const [input, target] = pair(k);
    const error = k.subtract(input, target);
    const losses = k.subtract(k.add(error, k.op('softplus', [k.multiply(error, -2)])), LN2);
    return reduced(k, k.mean(losses, [input.shape.length - 1]));
  },
);
