import { composite } from '../composite';
import { reduced } from './reduced';
import { countedClasses, sparseCategorical } from './sparse-categorical';

/** `keras.losses.sparse_categorical_crossentropy`. */
export const kerasSparseCategoricalCrossentropy = composite(
  'keras_sparse_categorical_crossentropy',
  'Negative log-likelihood of a class index.',
  'input, target, from_logits=False, ignore_class=None, axis=-1, reduction=None, sample_weight=None',
  (k) => reduced(k, sparseCategorical(k), countedClasses(k)),
);
