import { alike, renamed, spell, type Spellings } from '../spell';

const POOL = 'input, ksize, strides, padding, name=None';

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
  top_k: { ...spell('lift:topk', 'input, k=1, sorted=True, name=None', 'x=input'), ignored: ['sorted', 'name'] },
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
  ...renamed(
    'conv1d=loss:tf_convolution conv2d=loss:tf_convolution conv3d=loss:tf_convolution convolution=loss:tf_convolution',
    'input, filters, strides=1, padding="VALID", dilations=1, name=None',
  ),
  depthwise_conv2d: spell(
    'loss:tf_convolution',
    'input, filter, strides, padding, dilations=1, name=None',
    'filters=filter depthwise:true',
  ),
  ...renamed('avg_pool=loss:tf_pool avg_pool1d=loss:tf_pool avg_pool2d=loss:tf_pool avg_pool3d=loss:tf_pool', POOL, 'op:"avg_pool"'),
  ...renamed('max_pool=loss:tf_pool max_pool1d=loss:tf_pool max_pool2d=loss:tf_pool max_pool3d=loss:tf_pool', POOL, 'op:"max_pool"'),
  batch_normalization: spell(
    'loss:tf_batch_normalization',
    'x, mean, variance, offset, scale, variance_epsilon, name=None',
    'input=x eps=variance_epsilon',
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
