import { composite } from '../composite';
import { pair } from './pair';
import { reduced } from './reduced';

/** `keras.losses.mean_squared_error`. */
export const kerasMse = composite(
  'keras_mse',
  'Squared differences, averaged over the last axis.',
  'input, target, reduction=None, sample_weight=None',
  (k) => {
    const [input, target] = pair(k);
    return reduced(k, k.mean(k.op('square', [k.subtract(target, input)]), [input.shape.length - 1]));
  },
);
