import { writeAs, written, type Writings } from '../write-as';

const IMPORT = ['import torch'];
const NN = ['import torch.nn.functional as F'];
const AXES = '{?axes:, dim=}{?keepdims:, keepdim=}';

/** How ops are written in PyTorch. */
export const TORCH_WRITINGS: Writings = {
  ...writeAs('torch', 'exp log log1p expm1 log2 log10 exp2 sqrt rsqrt abs sign sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh', '#1', IMPORT),
  ...writeAs('torch', 'erf erfc erfinv lgamma digamma sigmoid relu floor ceil round trunc reciprocal square isnan isinf isfinite logical_not', '#1', IMPORT),
  ...writeAs('torch', 'maximum minimum atan2 hypot xlogy logaddexp heaviside logical_and logical_or outer matmul remainder=mod floor_divide', '#1, #2', IMPORT),
  ...writeAs('torch', 'where where=select', '#1, #2, #3', IMPORT),
  ...writeAs('torch', 'sum mean amax=max amin=min', `#1${AXES}`, IMPORT),
  ...writeAs('torch', 'any all', '#1', IMPORT),
  ...writeAs('torch', 'var std', `#1{?axes:, dim=}, correction={correction}{?keepdims:, keepdim=}`, IMPORT),
  ...writeAs('torch', 'cumsum cumprod logcumsumexp argmax argmin', '#1, dim={axis}', IMPORT),
  ...writeAs('torch.special', 'entr ndtr log_ndtr', '#1', IMPORT),
  ...writeAs('torch', 'det logdet inverse trace', '#1', IMPORT),
  ...writeAs('torch.nn.functional', 'softmax log_softmax', '#1, dim={axis}', NN),
  ...writeAs('torch.nn.functional', 'logsigmoid=log_sigmoid relu6 selu silu mish softsign hardsigmoid hardswish', '#1', NN),
  softplus: written('torch.nn.functional.softplus(#1)', NN),
  leaky_relu: written('torch.nn.functional.leaky_relu(#1, {slope})', NN),
  elu: written('torch.nn.functional.elu(#1, {alpha})', NN),
  logsumexp: written('torch.logsumexp(#1, dim={axes}{?keepdims:, keepdim=})', IMPORT),
  norm: written('torch.linalg.vector_norm(#1, ord={ord}{?axes:, dim=}{?keepdims:, keepdim=})', IMPORT),
  prod: written('torch.prod(#1{?axes:, dim=}{?keepdims:, keepdim=})', IMPORT),
  clip: written('torch.clamp(#1, #2, #3)', IMPORT),
  lerp: written('torch.lerp(#1, #2, #3)', IMPORT),
  gather: written('torch.gather(#1, {axis}, #2)', IMPORT),
  take: written('torch.index_select(#1, {axis}, #2)', IMPORT),
  one_hot: written('torch.nn.functional.one_hot(#1, {classes})', NN),
  einsum: written('torch.einsum({equation}, #*)', IMPORT),
  concatenate: written('torch.cat([#*], dim={axis})', IMPORT),
  stack: written('torch.stack([#*], dim={axis})', IMPORT),
  reshape: written('torch.reshape(#1, {shape})', IMPORT),
  transpose: written('torch.permute(#1, {axes})', IMPORT),
  broadcast_to: written('torch.broadcast_to(#1, {shape})', IMPORT),
  nan_to_num: written('torch.nan_to_num(#1, nan={nan})', IMPORT),
  stop_gradient: written('#1.detach()', []),
  to_float: written('#1.float()', []),
  to_int: written('#1.long()', []),
  to_bool: written('#1.bool()', []),
  cosine_similarity: written('torch.nn.functional.cosine_similarity(#1, #2, dim={axis}, eps={eps})', NN),
  cdist: written('torch.cdist(#1, #2, p={p})', IMPORT),
};
