import { composite } from '../composite';

/** `tf.nn.batch_normalization`. */
export const tfBatchNormalization = composite(
  'tf_batch_normalization',
  'Each element minus a mean, over a deviation, scaled and shifted.',
  'input, mean, variance, offset, scale, eps',
  (k) => {
    const inverse = k.op('rsqrt', [k.add(k.tensor('variance'), k.tensor('eps'))]);
    const scale = k.optional('scale');
    const factor = scale ? k.multiply(inverse, scale) : inverse;
    const shift = k.multiply(k.tensor('mean'), factor);
    const offset = k.optional('offset');
    return k.add(k.multiply(k.tensor('input'), factor), offset ? k.subtract(offset, shift) : k.negative(shift));
  },
);
