import type { CallableClass } from '../framework';
import { callable, spell, type CallableClasses } from '../spell';
import { TORCH_ACTIVATIONS, TORCH_LOSSES } from './functional';

const OLD = "size_average=None, reduce=None, reduction='mean'";

function loss(functional: keyof typeof TORCH_LOSSES, parameters: string, inputs: string): CallableClass {
  return callable(TORCH_LOSSES[functional], parameters, inputs);
}

function layer(functional: keyof typeof TORCH_ACTIVATIONS, parameters: string, inputs = 'input'): CallableClass {
  return callable(TORCH_ACTIVATIONS[functional], parameters, inputs);
}

/** Whether it drops anything is a property of the module: `training`. */
const DROPOUT = 'p=0.5, inplace=False, training=True';

/** Losses of `torch.nn`. */
export const TORCH_LOSS_CLASSES: CallableClasses = {
  MSELoss: loss('mse_loss', OLD, 'input, target'),
  L1Loss: loss('l1_loss', OLD, 'input, target'),
  SmoothL1Loss: loss('smooth_l1_loss', `${OLD}, beta=1.0`, 'input, target'),
  HuberLoss: loss('huber_loss', "reduction='mean', delta=1.0", 'input, target'),
  CrossEntropyLoss: loss(
    'cross_entropy',
    "weight=None, size_average=None, ignore_index=None, reduce=None, reduction='mean', label_smoothing=0.0",
    'input, target',
  ),
  NLLLoss: loss('nll_loss', "weight=None, size_average=None, ignore_index=None, reduce=None, reduction='mean'", 'input, target'),
  BCELoss: loss('binary_cross_entropy', `weight=None, ${OLD}`, 'input, target'),
  BCEWithLogitsLoss: loss('binary_cross_entropy_with_logits', `weight=None, ${OLD}, pos_weight=None`, 'input, target'),
  KLDivLoss: loss('kl_div', `${OLD}, log_target=False`, 'input, target'),
  GaussianNLLLoss: loss('gaussian_nll_loss', "*, full=False, eps=1e-6, reduction='mean'", 'input, target, var'),
  PoissonNLLLoss: loss(
    'poisson_nll_loss',
    "log_input=True, full=False, size_average=None, eps=1e-8, reduce=None, reduction='mean'",
    'input, target',
  ),
  HingeEmbeddingLoss: loss('hinge_embedding_loss', "margin=1.0, size_average=None, reduce=None, reduction='mean'", 'input, target'),
  MarginRankingLoss: loss('margin_ranking_loss', "margin=0.0, size_average=None, reduce=None, reduction='mean'", 'input1, input2, target'),
  SoftMarginLoss: loss('soft_margin_loss', OLD, 'input, target'),
  MultiMarginLoss: loss(
    'multi_margin_loss',
    "p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction='mean'",
    'input, target',
  ),
  MultiLabelSoftMarginLoss: loss('multilabel_soft_margin_loss', `weight=None, ${OLD}`, 'input, target'),
  CosineEmbeddingLoss: loss(
    'cosine_embedding_loss',
    "margin=0.0, size_average=None, reduce=None, reduction='mean'",
    'input1, input2, target',
  ),
  CTCLoss: loss('ctc_loss', "blank=0, reduction='mean', zero_infinity=False", 'log_probs, targets, input_lengths, target_lengths'),
  MultiLabelMarginLoss: loss('multilabel_margin_loss', OLD, 'input, target'),
  TripletMarginWithDistanceLoss: loss(
    'triplet_margin_with_distance_loss',
    "*, distance_function=None, margin=1.0, swap=False, reduction='mean'",
    'anchor, positive, negative',
  ),
  TripletMarginLoss: loss(
    'triplet_margin_loss',
    "margin=1.0, p=2.0, eps=1e-6, swap=False, size_average=None, reduce=None, reduction='mean'",
    'anchor, positive, negative',
  ),
};

/** Activations and parameter-free layers of `torch.nn`. */
export const TORCH_LAYER_CLASSES: CallableClasses = {
  ReLU: layer('relu', 'inplace=False'),
  ReLU6: layer('relu6', 'inplace=False'),
  SELU: layer('selu', 'inplace=False'),
  SiLU: layer('silu', 'inplace=False'),
  Mish: layer('mish', 'inplace=False'),
  ELU: layer('elu', 'alpha=1.0, inplace=False'),
  GELU: layer('gelu', "approximate='none'"),
  LeakyReLU: layer('leaky_relu', 'negative_slope=0.01, inplace=False'),
  Sigmoid: layer('sigmoid', ''),
  Tanh: layer('tanh', ''),
  LogSigmoid: layer('logsigmoid', ''),
  Softplus: layer('softplus', 'beta=1.0, threshold=20.0'),
  Softmax: layer('softmax', 'dim=None'),
  LogSoftmax: layer('log_softmax', 'dim=None'),
  CosineSimilarity: layer('cosine_similarity', 'dim=1, eps=1e-8', 'x1, x2'),
  PairwiseDistance: layer('pairwise_distance', 'p=2.0, eps=1e-6, keepdim=False', 'x1, x2'),
  Identity: callable(spell('lift:identity', 'input', 'x=input'), '*args, **kwargs', 'input'),
  Flatten: callable(spell('lift:flatten', 'input', 'x=input start=start_dim end=end_dim'), 'start_dim=1, end_dim=-1', 'input'),
  Dropout: layer('dropout', DROPOUT),
  Dropout1d: layer('dropout', DROPOUT),
  Dropout2d: layer('dropout', DROPOUT),
  Dropout3d: layer('dropout', DROPOUT),
};
