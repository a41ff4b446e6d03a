import { composite } from '../composite';
import { EPSILON } from './epsilon';
import { pair } from './pair';
import { reduced } from './reduced';

/** `keras.losses.mean_squared_logarithmic_error`. */
export const kerasMsle = composite(
  'keras_msle',
  'Squared differences of log(1 + x).',
  'input, target, reduction=None, sample_weight=None',
  (k) => {
    const [input, target] = pair(k);
    const log = (x: typeof input) => k.op('log', [k.add(k.op('maximum', [x, EPSILON]), 1)]);
    return reduced(k, k.mean(k.op('square', [k.subtract(log(input), log(target))]), [input.shape.length - 1]));
  },
);
