import { reduced } from './reduced';
import { composite } from '../composite';

/** `keras.losses.categorical_generalized_cross_entropy`. */
export const kerasGeneralizedCrossEntropy = composite(
  'keras_generalized_cross_entropy',
  '(1 - pᵠ) / q of the probability of the right class.',
  'input, target, q=0.5, reduction=None, sample_weight=None',
  (k) => {
    const input = k.tensor('input');
    const axis = input.shape.length - 1;
    const labels = k.op('to_int', [k.tensor('target')]);
    const hot = k.op('to_float', [k.op('one_hot', [labels], { classes: input.shape[axis] ?? 1 })]);
    const p = k.sum(k.multiply(input, hot), [axis]);
    return reduced(k, k.divide(k.subtract(1, k.op('power', [p, k.tensor('q')])), k.tensor('q')));
  },
);
