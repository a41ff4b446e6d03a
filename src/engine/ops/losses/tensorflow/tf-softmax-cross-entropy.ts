import { composite } from '../composite';
import { softmaxCrossEntropy } from './softmax-cross-entropy';

/** `tf.nn.softmax_cross_entropy_with_logits`. */
export const tfSoftmaxCrossEntropy = composite(
  'tf_softmax_cross_entropy',
  'Softmax, then the cross-entropy with a target distribution.',
  'input, target, axis=-1',
  (k) => softmaxCrossEntropy(k, k.tensor('input'), k.tensor('target'), k.axis('axis', -1, k.tensor('input').shape.length)),
);
