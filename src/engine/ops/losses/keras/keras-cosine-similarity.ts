import { composite } from '../composite';
import { EPSILON } from './epsilon';
import { pair } from './pair';
import { reduced } from './reduced';

/** `keras.losses.cosine_similarity`. */
export const kerasCosineSimilarity = composite(
  'keras_cosine_similarity',
  'The negative cosine of the angle between two vectors.',
  'input, target, axis=-1, reduction=None, sample_weight=None',
  (k) => {
    const [input, target] = pair(k);
    const axis = k.axis('axis', -1, input.shape.length);
    const unit = (x: typeof input) => {
      const inverse = k.op('rsqrt', [k.sum(k.op('square', [x]), [axis], true)]);
      return k.multiply(x, k.op('minimum', [inverse, 1 / EPSILON]));
    };
    return reduced(k, k.negative(k.sum(k.multiply(unit(target), unit(input)), [axis])));
  },
);
