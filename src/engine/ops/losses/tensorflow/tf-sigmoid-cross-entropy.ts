import { composite } from '../composite';
import { sigmoidCrossEntropy } from './sigmoid-cross-entropy';

/** `tf.nn.sigmoid_cross_entropy_with_logits`. */
export const tfSigmoidCrossEntropy = composite('tf_sigmoid_cross_entropy', 'Binary cross-entropy of logits.', 'input, target', (k) =>
  sigmoidCrossEntropy(k, k.tensor('input'), k.tensor('target')),
);
