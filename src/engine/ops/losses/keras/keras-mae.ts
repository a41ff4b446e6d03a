import { composite } from '../composite';
import { pair } from './pair';
import { reduced } from './reduced';

/** `keras.losses.mean_absolute_error`. */
export const kerasMae = composite(
  'keras_mae',
  'Absolute differences, averaged over the last axis.',
  'input, target, reduction=None, sample_weight=None',
  (k) => {
    const [input, target] = pair(k);
    return reduced(k, k.mean(k.op('abs', [k.subtract(target, input)]), [input.shape.length - 1]));
  },
);
