import { composite } from '../composite';
import { pair } from './pair';
import { reduced } from './reduced';

/** `keras.losses.huber`. */
export const kerasHuber = composite(
  'keras_huber',
  'Quadratic up to delta, then linear with slope delta, averaged over the last axis.',
  'input, target, delta=1.0, reduction=None, sample_weight=None',
  (k) => {
    const [input, target] = pair(k);
    const delta = k.tensor('delta');
    const error = k.subtract(input, target);
    const size = k.op('abs', [error]);
    const quadratic = k.multiply(0.5, k.op('square', [error]));
    const linear = k.subtract(k.multiply(delta, size), k.multiply(0.5, k.op('square', [delta])));
    const losses = k.op('where', [k.op('less_equal', [size, delta]), quadratic, linear]);
    return reduced(k, k.mean(losses, [input.shape.length - 1]));
  },
);
