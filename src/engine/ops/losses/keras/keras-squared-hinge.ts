import { composite } from '../composite';
import { signedLabels } from './signed-labels';
import { reduced } from './reduced';

/** `keras.losses.squared_hinge`; labels of 0 and 1 become -1 and 1. */
export const kerasSquaredHinge = composite(
  'keras_squared_hinge',
  'A squared hinge on the signed margin, averaged over the last axis.',
  'input, target, reduction=None, sample_weight=None',
  (k) => {
    const input = k.tensor('input');
    const margin = k.subtract(1, k.multiply(signedLabels(k, k.tensor('target')), input));
    return reduced(k, k.mean(k.op('square', [k.op('maximum', [margin, 0])]), [input.shape.length - 1]));
  },
);
