import { composite } from '../composite';
import { reduced } from './reduced';

/** `keras.losses.categorical_hinge`. */
export const kerasCategoricalHinge = composite(
  'keras_categorical_hinge',
  'A hinge on the best wrong class against the right one.',
  'input, target, reduction=None, sample_weight=None',
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const axes = [input.shape.length - 1];
    const right = k.sum(k.multiply(target, input), axes);
    const wrong = k.op('max', [k.multiply(k.subtract(1, target), input)], { axes, keepdims: false });
    return reduced(k, k.op('maximum', [k.add(k.subtract(wrong, right), 1), 0]));
  },
);
