import { alike, renamed, spell, type Spellings } from '../spell';

/** `tensorflow.nn`. */
export const TF_NN: Spellings = {
  ...alike('relu relu6 elu selu', 'features, name=None'),
  ...renamed('silu=silu swish=silu', 'features, beta=1.0'),
  ...renamed('softplus=softplus softsign=softsign', 'features, name=None'),
  ...renamed('sigmoid=sigmoid tanh=tanh', 'x, name=None'),
  gelu: spell('gelu', 'features, approximate=False, name=None'),
  leaky_relu: spell('leaky_relu', 'features, alpha=0.2, name=None', 'slope=alpha'),
  softmax: spell('softmax', 'logits, axis=-1, name=None'),
  log_softmax: spell('log_softmax', 'logits, axis=-1, name=None'),
  l2_normalize: spell('lift:l2_normalize', 'x, axis=None, epsilon=1e-12, name=None, dim=None', 'eps=epsilon'),
  l2_loss: spell('loss:l2_penalty', 't, name=None', 'input=t'),
  moments: spell('lift:moments', 'x, axes, shift=None, keepdims=False, name=None', 'axis=axes'),
  top_k: spell('lift:topk', 'input, k=1, sorted=True, name=None', 'x=input'),
  sigmoid_cross_entropy_with_logits: spell(
    'loss:tf_sigmoid_cross_entropy',
    'labels=None, logits=None, name=None',
    'input=logits target=labels',
  ),
  weighted_cross_entropy_with_logits: spell(
    'loss:tf_weighted_cross_entropy',
    'labels=None, logits=None, pos_weight=None, name=None',
    'input=logits target=labels',
  ),
  ...renamed(
    'softmax_cross_entropy_with_logits=loss:tf_softmax_cross_entropy softmax_cross_entropy_with_logits_v2=loss:tf_softmax_cross_entropy',
    'labels, logits, axis=-1, name=None',
    'input=logits target=labels',
  ),
  sparse_softmax_cross_entropy_with_logits: spell(
    'loss:tf_sparse_softmax_cross_entropy',
    'labels, logits, name=None',
    'input=logits target=labels',
  ),
  ctc_loss: spell(
    'loss:tf_ctc',
    'labels, logits, label_length, logit_length, logits_time_major=True, unique=None, blank_index=None, name=None',
    'target=labels input=logits time_major=logits_time_major',
  ),
  log_poisson_loss: spell(
    'loss:tf_log_poisson',
    'targets, log_input, compute_full_loss=False, name=None',
    'target=targets input=log_input full=compute_full_loss',
  ),
};
