import { composite } from '../composite';
import { EPSILON } from './epsilon';
import { reduced } from './reduced';

/** `keras.losses.dice`. */
export const kerasDice = composite(
  'keras_dice',
  'One minus the Dice coefficient.',
  'input, target, axis=None, reduction=None, sample_weight=None',
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const axes = k.axes('axis', null, input.shape.length);
    const both = k.sum(k.multiply(target, input), axes);
    const total = k.add(k.add(k.sum(target, axes), k.sum(input, axes)), EPSILON);
    return reduced(k, k.subtract(1, k.divide(k.multiply(2, both), total)));
  },
);
