import { composite } from '../composite';

/** `tf.nn.weighted_cross_entropy_with_logits`, whose slopes at a logit of 0 are those of the terms that TensorFlow adds. */
export const tfWeightedCrossEntropy = composite(
  'tf_weighted_cross_entropy',
  'Binary cross-entropy of logits, positive examples weighed.',
  'input, target, pos_weight',
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const weight = k.add(1, k.multiply(k.subtract(k.tensor('pos_weight'), 1), target));
    const tail = k.op('log1p', [k.op('exp', [k.negative(k.op('abs', [input]))])]);
    const losses = k.multiply(weight, k.add(tail, k.op('relu', [k.negative(input)])));
    return k.add(k.multiply(k.subtract(1, target), input), losses);
  },
);
