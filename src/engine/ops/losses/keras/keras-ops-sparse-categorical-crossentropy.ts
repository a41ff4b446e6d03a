import { composite } from '../composite';
import { sparseCategorical } from './sparse-categorical';

/** `keras.ops.sparse_categorical_crossentropy`, and that of `keras.backend`. */
export const kerasOpsSparseCategoricalCrossentropy = composite(
  'keras_ops_sparse_categorical_crossentropy',
  'Negative log-likelihood of a class index.',
  'input, target, from_logits=False, axis=-1, ignore_class=None',
  (k) => sparseCategorical(k),
);
