import { composite } from '../composite';
import { softCrossEntropy } from './soft-cross-entropy';

/** `optax.softmax_cross_entropy`. */
export const softmaxCrossEntropy = composite(
  'softmax_cross_entropy',
  'Softmax, then the cross-entropy with a target distribution.',
  'input, target, axis=-1',
  (k) => softCrossEntropy(k),
);
