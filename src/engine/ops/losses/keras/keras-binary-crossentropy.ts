import { composite } from '../composite';
import { binaryCrossEntropy } from './binary-cross-entropy';
import { reduced } from './reduced';
import { smoothed } from './smoothed';

/** `keras.losses.binary_crossentropy`. */
export const kerasBinaryCrossentropy = composite(
  'keras_binary_crossentropy',
  'Binary cross-entropy, averaged over the last axis.',
  'input, target, from_logits=False, label_smoothing=0.0, axis=-1, reduction=None, sample_weight=None',
  (k) => {
    const input = k.tensor('input');
    const losses = binaryCrossEntropy(k, input, smoothed(k, k.tensor('target'), 2));
    return reduced(k, k.mean(losses, k.axes('axis', -1, input.shape.length)));
  },
);
