import { composite } from '../composite';
import { categoricalCrossEntropy } from './categorical-cross-entropy';
import { reduced } from './reduced';
import { smoothed } from './smoothed';

/** `keras.losses.categorical_crossentropy`. */
export const kerasCategoricalCrossentropy = composite(
  'keras_categorical_crossentropy',
  'Cross-entropy with a target distribution.',
  'input, target, from_logits=False, label_smoothing=0.0, axis=-1, reduction=None, sample_weight=None',
  (k) => {
    const target = k.tensor('target');
    return reduced(k, categoricalCrossEntropy(k, k.tensor('input'), smoothed(k, target, target.shape[target.shape.length - 1] ?? 1)));
  },
);
