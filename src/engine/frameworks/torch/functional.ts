import { alike, renamed, spell } from '../spell';

/** Deprecated spellings of `reduction` that every loss of torch still takes. */
const OLD = "size_average=None, reduce=None, reduction='mean'";

/** `torch.nn.functional`: activations and layers. */
export const TORCH_ACTIVATIONS = {
  ...alike('relu relu6 selu silu mish', 'input, inplace=False'),
  ...renamed('sigmoid=sigmoid tanh=tanh softsign=softsign', 'input'),
  ...renamed('logsigmoid=log_sigmoid', 'input'),
  ...renamed('hardsigmoid=hardsigmoid hardswish=hardswish', 'input, inplace=False'),
  leaky_relu: spell('leaky_relu', 'input, negative_slope=0.01, inplace=False', 'slope=negative_slope'),
  elu: spell('elu', 'input, alpha=1.0, inplace=False'),
  gelu: spell('gelu', "input, approximate='none'"),
  hardtanh: spell('hardtanh', 'input, min_val=-1.0, max_val=1.0, inplace=False', 'low=min_val high=max_val'),
  softplus: spell('softplus', 'input, beta=1, threshold=20'),
  ...renamed('softmax=lift:softmax log_softmax=lift:log_softmax', 'input, dim=None, _stacklevel=3, dtype=None', 'x=input axis=dim'),
  normalize: spell('lift:normalize', 'input, p=2.0, dim=1, eps=1e-12, out=None', 'x=input ord=p axis=dim'),
  cosine_similarity: spell('cosine_similarity', 'x1, x2, dim=1, eps=1e-8', 'axis=dim'),
  pairwise_distance: spell('loss:pairwise_distance', 'x1, x2, p=2.0, eps=1e-6, keepdim=False'),
  one_hot: spell('lift:one_hot', 'tensor, num_classes=-1', 'index=tensor classes=num_classes dtype:"int64"'),
  pad: spell('lift:pad_last', "input, pad, mode='constant', value=0", 'x=input'),
  linear: spell('lift:linear', 'input, weight, bias=None', 'x=input'),
  embedding: spell('lift:embedding', 'input, weight', 'index=input'),
  dropout: spell('lift:dropout', 'input, p=0.5, training=True, inplace=False', 'x=input'),
};

/** `torch.nn.functional`: losses; a class of `torch.nn` takes the same options in its constructor. */
export const TORCH_LOSSES = {
  mse_loss: spell('loss:mse', `input, target, ${OLD}, weight=None`),
  l1_loss: spell('loss:l1', `input, target, ${OLD}, weight=None`),
  smooth_l1_loss: spell('loss:smooth_l1', `input, target, ${OLD}, beta=1.0`),
  huber_loss: spell('loss:huber', "input, target, reduction='mean', delta=1.0, weight=None"),
  cross_entropy: spell(
    'loss:cross_entropy',
    "input, target, weight=None, size_average=None, ignore_index=None, reduce=None, reduction='mean', label_smoothing=0.0",
  ),
  nll_loss: spell('loss:nll', "input, target, weight=None, size_average=None, ignore_index=None, reduce=None, reduction='mean'"),
  binary_cross_entropy: spell('loss:binary_cross_entropy', `input, target, weight=None, ${OLD}`),
  binary_cross_entropy_with_logits: spell('loss:bce_with_logits', `input, target, weight=None, ${OLD}, pos_weight=None`),
  kl_div: spell('loss:kl_div', `input, target, ${OLD}, log_target=False`),
  gaussian_nll_loss: spell('loss:gaussian_nll', "input, target, var, full=False, eps=1e-6, reduction='mean'"),
  poisson_nll_loss: spell(
    'loss:poisson_nll',
    "input, target, log_input=True, full=False, size_average=None, eps=1e-8, reduce=None, reduction='mean'",
  ),
  hinge_embedding_loss: spell('loss:hinge_embedding', "input, target, margin=1.0, size_average=None, reduce=None, reduction='mean'"),
  margin_ranking_loss: spell('loss:margin_ranking', "input1, input2, target, margin=0, size_average=None, reduce=None, reduction='mean'"),
  soft_margin_loss: spell('loss:soft_margin', `input, target, ${OLD}`),
  multi_margin_loss: spell(
    'loss:multi_margin',
    "input, target, p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction='mean'",
  ),
  multilabel_soft_margin_loss: spell('loss:multilabel_soft_margin', `input, target, weight=None, ${OLD}`),
  cosine_embedding_loss: spell(
    'loss:cosine_embedding',
    "input1, input2, target, margin=0, size_average=None, reduce=None, reduction='mean'",
  ),
  ctc_loss: spell(
    'loss:ctc',
    "log_probs, targets, input_lengths, target_lengths, blank=0, reduction='mean', zero_infinity=False",
    'input=log_probs target=targets',
  ),
  multilabel_margin_loss: spell('loss:multilabel_margin', `input, target, ${OLD}`),
  triplet_margin_with_distance_loss: spell(
    'lift:triplet_with_distance',
    "anchor, positive, negative, *, distance_function=None, margin=1.0, swap=False, reduction='mean'",
    'distance=distance_function',
  ),
  triplet_margin_loss: spell(
    'loss:triplet_margin',
    "anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False, size_average=None, reduce=None, reduction='mean'",
  ),
};
