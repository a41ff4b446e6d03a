import { composite } from '../composite';
import { categoricalCrossEntropy } from './categorical-cross-entropy';

/** `keras.ops.categorical_crossentropy`, and that of `keras.backend`. */
export const kerasOpsCategoricalCrossentropy = composite(
  'keras_ops_categorical_crossentropy',
  'Cross-entropy with a target distribution.',
  'input, target, from_logits=False, axis=-1',
  (k) => categoricalCrossEntropy(k, k.tensor('input'), k.tensor('target')),
);
