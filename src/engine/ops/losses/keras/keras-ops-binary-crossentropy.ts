import { composite } from '../composite';
import { binaryCrossEntropy } from './binary-cross-entropy';

/** `keras.ops.binary_crossentropy`. */
export const kerasOpsBinaryCrossentropy = composite(
  'keras_ops_binary_crossentropy',
  'Binary cross-entropy of each element.',
  'input, target, from_logits=False',
  (k) => binaryCrossEntropy(k, k.tensor('input'), k.tensor('target')),
);
