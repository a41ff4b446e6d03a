import { composite } from '../composite';
import { EPSILON } from './epsilon';
import { reduced } from './reduced';

/** `keras.losses.tversky`. */
export const kerasTversky = composite(
  'keras_tversky',
  'One minus the Tversky index.',
  'input, target, alpha=0.5, beta=0.5, axis=None, reduction=None, sample_weight=None',
  (k) => {
    const input = k.tensor('input');
    const target = k.tensor('target');
    const axes = k.axes('axis', null, input.shape.length);
    const both = k.sum(k.multiply(target, input), axes);
    const missed = k.sum(k.multiply(k.subtract(1, input), target), axes);
    const wrong = k.sum(k.multiply(input, k.subtract(1, target)), axes);
    const total = k.add(k.add(both, k.multiply(missed, k.tensor('alpha'))), k.multiply(wrong, k.tensor('beta')));
    return reduced(k, k.subtract(1, k.divide(both, k.add(total, EPSILON))));
  },
);
