import { callable, spell, type CallableClasses } from '../spell';

const PAIR = 'input=y_pred target=y_true';

/** Functions of `keras.losses`: one number for each sample, the last axis averaged. */
export const KERAS_LOSSES = {
  mean_squared_error: spell('loss:keras_mse', 'y_true, y_pred', PAIR),
  mean_absolute_error: spell('loss:keras_mae', 'y_true, y_pred', PAIR),
  mean_absolute_percentage_error: spell('loss:keras_mape', 'y_true, y_pred', PAIR),
  mean_squared_logarithmic_error: spell('loss:keras_msle', 'y_true, y_pred', PAIR),
  huber: spell('loss:keras_huber', 'y_true, y_pred, delta=1.0', PAIR),
  log_cosh: spell('loss:keras_log_cosh', 'y_true, y_pred', PAIR),
  hinge: spell('loss:keras_hinge', 'y_true, y_pred', PAIR),
  squared_hinge: spell('loss:keras_squared_hinge', 'y_true, y_pred', PAIR),
  categorical_hinge: spell('loss:keras_categorical_hinge', 'y_true, y_pred', PAIR),
  kl_divergence: spell('loss:keras_kl_divergence', 'y_true, y_pred', PAIR),
  poisson: spell('loss:keras_poisson', 'y_true, y_pred', PAIR),
  cosine_similarity: spell('loss:keras_cosine_similarity', 'y_true, y_pred, axis=-1', PAIR),
  binary_crossentropy: spell('loss:keras_binary_crossentropy', 'y_true, y_pred, from_logits=False, label_smoothing=0.0, axis=-1', PAIR),
  categorical_crossentropy: spell(
    'loss:keras_categorical_crossentropy',
    'y_true, y_pred, from_logits=False, label_smoothing=0.0, axis=-1',
    PAIR,
  ),
  sparse_categorical_crossentropy: spell(
    'loss:keras_sparse_categorical_crossentropy',
    'y_true, y_pred, from_logits=False, ignore_class=None, axis=-1',
    PAIR,
  ),
  binary_focal_crossentropy: spell(
    'loss:keras_binary_focal_crossentropy',
    'y_true, y_pred, apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1',
    PAIR,
  ),
  categorical_focal_crossentropy: spell(
    'loss:keras_categorical_focal_crossentropy',
    'y_true, y_pred, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1',
    PAIR,
  ),
  dice: spell('loss:keras_dice', 'y_true, y_pred, axis=None', PAIR),
  categorical_generalized_cross_entropy: spell('loss:keras_generalized_cross_entropy', 'y_true, y_pred, q', PAIR),
  ctc: spell('loss:keras_ctc', 'y_true, y_pred', PAIR),
  circle: spell(
    'loss:keras_circle',
    'y_true, y_pred, ref_labels=None, ref_embeddings=None, remove_diagonal=True, gamma=80, margin=0.4',
    PAIR,
  ),
  tversky: spell('loss:keras_tversky', 'y_true, y_pred, alpha=0.5, beta=0.5, axis=None', PAIR),
};

const REDUCTION = "reduction='sum_over_batch_size', name=None, dtype=None";

/** A loss object: the function of the same meaning, then its `reduction` and the sample weights. */
function reduced(name: keyof typeof KERAS_LOSSES, own = '') {
  return callable(KERAS_LOSSES[name], `${own}${REDUCTION}`, 'y_true, y_pred, sample_weight=None');
}

/** Classes of `keras.losses`. */
export const KERAS_LOSS_CLASSES: CallableClasses = {
  MeanSquaredError: reduced('mean_squared_error'),
  MeanAbsoluteError: reduced('mean_absolute_error'),
  MeanAbsolutePercentageError: reduced('mean_absolute_percentage_error'),
  MeanSquaredLogarithmicError: reduced('mean_squared_logarithmic_error'),
  Huber: reduced('huber', 'delta=1.0, '),
  LogCosh: reduced('log_cosh'),
  Hinge: reduced('hinge'),
  SquaredHinge: reduced('squared_hinge'),
  CategoricalHinge: reduced('categorical_hinge'),
  KLDivergence: reduced('kl_divergence'),
  Poisson: reduced('poisson'),
  CosineSimilarity: reduced('cosine_similarity', 'axis=-1, '),
  BinaryCrossentropy: reduced('binary_crossentropy', 'from_logits=False, label_smoothing=0.0, axis=-1, '),
  CategoricalCrossentropy: reduced('categorical_crossentropy', 'from_logits=False, label_smoothing=0.0, axis=-1, '),
  SparseCategoricalCrossentropy: callable(
    KERAS_LOSSES.sparse_categorical_crossentropy,
    "from_logits=False, ignore_class=None, reduction='sum_over_batch_size', axis=-1, name=None, dtype=None",
    'y_true, y_pred, sample_weight=None',
  ),
  BinaryFocalCrossentropy: reduced(
    'binary_focal_crossentropy',
    'apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1, ',
  ),
  CategoricalFocalCrossentropy: reduced(
    'categorical_focal_crossentropy',
    'alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1, ',
  ),
  Dice: callable(
    KERAS_LOSSES.dice,
    "reduction='sum_over_batch_size', name=None, axis=None, dtype=None",
    'y_true, y_pred, sample_weight=None',
  ),
  CategoricalGeneralizedCrossEntropy: reduced('categorical_generalized_cross_entropy', 'q=0.5, '),
  CTC: reduced('ctc'),
  Circle: callable(
    KERAS_LOSSES.circle,
    "gamma=80.0, margin=0.4, remove_diagonal=True, reduction='sum_over_batch_size', name=None, dtype=None",
    'y_true, y_pred, sample_weight=None',
  ),
  Tversky: callable(
    KERAS_LOSSES.tversky,
    "alpha=0.5, beta=0.5, reduction='sum_over_batch_size', name=None, axis=None, dtype=None",
    'y_true, y_pred, sample_weight=None',
  ),
};

/** Layers without parameters of `keras.layers`. */
export const KERAS_LAYER_CLASSES: CallableClasses = {
  Flatten: callable(spell('lift:flatten', 'inputs', 'x=inputs start:1'), 'data_format=None', 'inputs'),
  Softmax: callable(spell('softmax', 'inputs'), 'axis=-1', 'inputs'),
};

/** Short names of `keras.losses`. */
export const KERAS_LOSS_ALIASES: Readonly<Record<string, keyof typeof KERAS_LOSSES>> = {
  mse: 'mean_squared_error',
  MSE: 'mean_squared_error',
  mae: 'mean_absolute_error',
  MAE: 'mean_absolute_error',
  mape: 'mean_absolute_percentage_error',
  MAPE: 'mean_absolute_percentage_error',
  msle: 'mean_squared_logarithmic_error',
  MSLE: 'mean_squared_logarithmic_error',
  kld: 'kl_divergence',
  KLD: 'kl_divergence',
  kullback_leibler_divergence: 'kl_divergence',
  logcosh: 'log_cosh',
  bce: 'binary_crossentropy',
  BCE: 'binary_crossentropy',
};
