import { spell, type Spellings } from '../spell';

const PAIR = 'input=predictions target=targets';

/** Losses of `optax`; none reduces over the batch. */
export const OPTAX: Spellings = {
  squared_error: spell('loss:squared_error', 'predictions, targets=None', 'input=predictions target=targets'),
  l2_loss: spell('loss:half_squared_error', 'predictions, targets=None', 'input=predictions target=targets'),
  huber_loss: spell('loss:optax_huber', 'predictions, targets=None, *, delta=1.0', 'input=predictions target=targets'),
  log_cosh: spell('loss:optax_log_cosh', 'predictions, targets=None', 'input=predictions target=targets'),
  cosine_similarity: spell(
    'loss:optax_cosine_similarity',
    'predictions, targets, *, epsilon=0.0, axis=-1, where=None',
    'input=predictions target=targets',
  ),
  cosine_distance: spell(
    'loss:optax_cosine_distance',
    'predictions, targets, *, epsilon=0.0, axis=-1, where=None',
    'input=predictions target=targets',
  ),
  sigmoid_binary_cross_entropy: spell('loss:optax_sigmoid_bce', 'logits, labels', 'input=logits target=labels'),
  softmax_cross_entropy: spell('loss:softmax_cross_entropy', 'logits, labels, axis=-1, where=None', 'input=logits target=labels'),
  safe_softmax_cross_entropy: spell('loss:safe_softmax_cross_entropy', 'logits, labels', 'input=logits target=labels'),
  softmax_cross_entropy_with_integer_labels: spell(
    'loss:optax_sparse_softmax_cross_entropy',
    'logits, labels, axis=-1, where=None',
    'input=logits target=labels',
  ),
  sigmoid_focal_loss: spell('loss:optax_sigmoid_focal', 'logits, labels, *, alpha=None, gamma=2.0', 'input=logits target=labels'),
  poly_loss_cross_entropy: spell(
    'loss:poly_cross_entropy',
    'logits, labels, *, epsilon=2.0, axis=-1, where=None',
    'input=logits target=labels',
  ),
  kl_divergence: spell('loss:optax_kl_divergence', 'log_predictions, targets, axis=-1, where=None', 'input=log_predictions target=targets'),
  kl_divergence_with_log_targets: spell(
    'loss:optax_kl_divergence_log_targets',
    'log_predictions, log_targets, axis=-1, where=None',
    'input=log_predictions target=log_targets',
  ),
  convex_kl_divergence: spell(
    'loss:optax_convex_kl_divergence',
    'log_predictions, targets, axis=-1, where=None',
    'input=log_predictions target=targets',
  ),
  generalized_kl_divergence: spell(
    'loss:optax_convex_kl_divergence',
    'log_predictions, targets, axis=-1, where=None',
    'input=log_predictions target=targets',
  ),
  hinge_loss: spell('loss:optax_hinge', 'predictor_outputs, targets', 'input=predictor_outputs target=targets'),
  perceptron_loss: spell('loss:optax_perceptron', 'predictor_outputs, targets', 'input=predictor_outputs target=targets'),
  smooth_labels: spell('loss:smooth_labels', 'labels, alpha, *, axis=-1, where=None', 'input=labels'),
  dice_loss: spell(
    'loss:optax_dice',
    "predictions, targets, *, class_weights=None, smooth=1.0, alpha=0.5, beta=0.5, apply_softmax=True, reduction='mean', ignore_background=False, axis=None",
    PAIR,
  ),
  binary_dice_loss: spell(
    'loss:optax_binary_dice',
    'predictions, targets, *, smooth=1.0, apply_sigmoid=True',
    `${PAIR} apply_softmax=apply_sigmoid`,
  ),
  multiclass_generalized_dice_loss: spell(
    'loss:optax_generalized_dice',
    'predictions, targets, *, smooth=1.0, apply_softmax=True, ignore_background=False',
    PAIR,
  ),
  multiclass_hinge_loss: spell('loss:optax_multiclass_hinge', 'scores, labels', 'input=scores target=labels'),
  multiclass_perceptron_loss: spell('loss:optax_multiclass_perceptron', 'scores, labels', 'input=scores target=labels'),
  multiclass_sparsemax_loss: spell('loss:optax_multiclass_sparsemax', 'scores, labels', 'input=scores target=labels'),
  sparsemax_loss: spell('loss:optax_sparsemax', 'logits, labels', 'input=logits target=labels'),
  ntxent: spell('loss:optax_ntxent', 'embeddings, labels, temperature=0.07', 'target=labels'),
  ranking_softmax_loss: spell(
    'loss:optax_ranking_softmax',
    'logits, labels, *, where=None, weights=None, reduce_fn=jax.numpy.mean',
    'input=logits target=labels reduction=reduce_fn',
  ),
  ctc_loss: spell(
    'loss:optax_ctc',
    'logits, logit_paddings, labels, label_paddings, *, blank_id=0, log_epsilon=-1e5',
    'input=logits target=labels',
  ),
  make_fenchel_young_loss: spell('lift:fenchel_young', 'max_fun', 'f=max_fun'),
  triplet_margin_loss: spell(
    'loss:optax_triplet_margin',
    'anchors, positives, negatives, axis=-1, norm_degree=2, margin=1.0, eps=1e-6',
    'anchor=anchors positive=positives negative=negatives p=norm_degree',
  ),
};
