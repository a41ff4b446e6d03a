import { composite } from '../composite';
import { EPSILON } from './epsilon';
import { pair } from './pair';
import { reduced } from './reduced';

/** `keras.losses.mean_absolute_percentage_error`. */
export const kerasMape = composite(
  'keras_mape',
  'Absolute differences relative to the target, in percent.',
  'input, target, reduction=None, sample_weight=None',
  (k) => {
    const [input, target] = pair(k);
    const scale = k.op('maximum', [k.op('abs', [target]), EPSILON]);
    const parts = k.op('abs', [k.divide(k.subtract(target, input), scale)]);
    return reduced(k, k.multiply(100, k.mean(parts, [input.shape.length - 1])));
  },
);
