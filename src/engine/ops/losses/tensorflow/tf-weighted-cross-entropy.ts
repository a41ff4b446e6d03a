import { composite } from '../composite';

/** `tf.nn.weighted_cross_entropy_with_logits`. */
export const tfWeightedCrossEntropy = composite(
  'tf_weighted_cross_entropy',
  'Binary cross-entropy of logits, positive examples weighed.',
  'input, target, pos_weight',
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const weight = k.add(1, k.multiply(k.subtract(k.tensor('pos_weight'), 1), target));
    return k.add(k.multiply(k.subtract(1, target), input), k.multiply(weight, k.op('softplus', [k.negative(input)])));
  },
);
