import { composite } from '../composite';
import { sparseCrossEntropy } from './sparse-cross-entropy';

/** `tf.nn.sparse_softmax_cross_entropy_with_logits`. */
export const tfSparseSoftmaxCrossEntropy = composite(
  'tf_sparse_softmax_cross_entropy',
  'Softmax, then the negative log-likelihood of a class index.',
  'input, target',
  (k) => sparseCrossEntropy(k, k.tensor('input'), k.tensor('target')),
);
