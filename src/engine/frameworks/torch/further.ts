import { callable, renamed, spell, type CallableClasses, type Spellings } from '../spell';

/** Functions that are methods of tensors too. */
const BOTH: Spellings = {
  ...renamed('deg2rad=loss:scaled', 'input, *, out=None', `factor:${Math.PI / 180}`),
  ...renamed('rad2deg=loss:scaled', 'input, *, out=None', `factor:${180 / Math.PI}`),
  ...renamed('frac=loss:frac', 'input, *, out=None'),
  ...renamed('sgn=sign positive=identity', 'input, *, out=None'),
  ...renamed('float_power=power', 'input, exponent, *, out=None'),
  quantile: spell(
    'loss:quantile',
    "input, q, dim=None, keepdim=False, *, interpolation='linear', out=None",
    'axis=dim keepdims=keepdim method=interpolation',
  ),
  kthvalue: spell('lift:kth', 'input, k, dim=-1, keepdim=False, *, out=None', 'x=input axis=dim keepdims=keepdim'),
  msort: spell('sort', 'input, *, out=None', 'axis:0'),
  cov: spell('loss:covariance', 'input, *, correction=1, fweights=None, aweights=None'),
  corrcoef: spell('loss:covariance', 'input', 'correlation:true'),
  cross: spell('loss:cross', 'input, other, dim=-1, *, out=None', 'x=input y=other axis=dim'),
  kron: spell('loss:kron', 'input, other, *, out=None', 'x=input y=other'),
  dist: spell('lift:dist', 'input, other, p=2', 'x=input y=other'),
  ...renamed('baddbmm=loss:baddbmm', 'input, batch1, batch2, *, beta=1, alpha=1, out=None', 'x=batch1 y=batch2'),
  ...renamed('addmv=loss:baddbmm', 'input, mat, vec, *, beta=1, alpha=1, out=None', 'x=mat y=vec'),
  cholesky: spell('cholesky', 'input, upper=False, *, out=None'),
  svd: { ...spell('lift:svd', 'input, some=True, compute_uv=True, *, out=None', 'x=input names:"U/S/V"'), ignored: ['some', 'compute_uv'] },
};

/** Functions of `torch` beside the common ones. */
export const TORCH_FURTHER: Spellings = {
  ...BOTH,
  pdist: spell('loss:pdist', 'input, p=2'),
  ...renamed('trapezoid=loss:trapezoid trapz=loss:trapezoid', 'y, x=None, *, dx=1.0, dim=-1', 'axis=dim'),
  'linalg.cholesky': spell('cholesky', 'A, *, upper=False, out=None'),
  'linalg.svd': { ...spell('lift:svd', 'A, full_matrices=True, *, driver=None, out=None', 'x=A'), ignored: ['full_matrices', 'driver'] },
  'linalg.svdvals': { ...spell('singular_values', 'A, *, driver=None, out=None'), ignored: ['driver'] },
  'linalg.eigh': spell('lift:eigh', "A, UPLO='L', *, out=None", 'x=A'),
  'linalg.eigvalsh': spell('eigenvalues', "A, UPLO='L', *, out=None"),
  'linalg.cross': spell('loss:cross', 'input, other, *, dim=-1, out=None', 'x=input y=other axis=dim'),
  'linalg.solve_triangular': spell('loss:triangular_solve', 'A, B, *, upper, left=True, unitriangular=False, out=None', 'x=A y=B'),
  ...renamed('linalg.vecdot=lift:vecdot', 'x, y, *, dim=-1, out=None', 'axis=dim'),
  'linalg.slogdet': spell('lift:slogdet', 'A, *, out=None', 'x=A'),
  slogdet: spell('lift:slogdet', 'input', 'x=input'),
  'special.xlog1py': spell('loss:xlog1py', 'input, other, *, out=None', 'x=input y=other'),
  ...renamed('special.log_softmax=lift:log_softmax special.softmax=lift:softmax', 'input, dim, *, dtype=None', 'x=input axis=dim'),
};

/** The same as methods of tensors. */
export const TORCH_FURTHER_METHODS: Spellings = { ...BOTH, slogdet: spell('lift:slogdet', 'input', 'x=input') };

const LAYER = 'input, normalized_shape, weight=None, bias=None, eps=1e-5';
const INSTANCE = 'input, running_mean=None, running_var=None, weight=None, bias=None, use_input_stats=True, momentum=0.1, eps=1e-5';
const BATCH = 'input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5';
const WINDOWS = 'kernel_size, dilation=1, padding=0, stride=1';

/** Normalisation and windows in `torch.nn.functional`. */
export const TORCH_NORMS: Spellings = {
  layer_norm: spell('loss:layer_norm', LAYER),
  rms_norm: spell('loss:rms_norm', 'input, normalized_shape, weight=None, eps=None'),
  group_norm: spell('loss:group_norm', 'input, num_groups, weight=None, bias=None, eps=1e-5'),
  instance_norm: { ...spell('loss:instance_norm', INSTANCE), ignored: ['momentum'] },
  batch_norm: { ...spell('loss:batch_norm', BATCH), ignored: ['momentum'] },
  unfold: spell('loss:unfold', `input, ${WINDOWS}`),
  fold: spell('loss:fold', `input, output_size, ${WINDOWS}`),
  pixel_shuffle: spell('loss:pixel_shuffle', 'input, upscale_factor'),
  pixel_unshuffle: spell('loss:pixel_unshuffle', 'input, downscale_factor'),
};

/** Activations of `torch.nn.functional` beside the common ones. */
export const TORCH_FURTHER_ACTIVATIONS: Spellings = {
  softshrink: spell('loss:softshrink', 'input, lambd=0.5'),
  hardshrink: spell('loss:hardshrink', 'input, lambd=0.5'),
  tanhshrink: spell('loss:tanhshrink', 'input'),
  threshold: spell('loss:threshold', 'input, threshold, value, inplace=False'),
  celu: spell('loss:celu', 'input, alpha=1.0, inplace=False'),
  glu: spell('loss:glu', 'input, dim=-1', 'axis=dim'),
  softmin: spell('loss:negated_softmax', 'input, dim=None, _stacklevel=3, dtype=None', 'axis=dim'),
  pdist: spell('loss:pdist', 'input, p=2.0'),
};

/** Layers of `torch.nn` without parameters of their own. */
export const TORCH_FURTHER_CLASSES: CallableClasses = {
  InstanceNorm1d: instance(),
  InstanceNorm2d: instance(),
  InstanceNorm3d: instance(),
  Unfold: callable(TORCH_NORMS['unfold'] ?? spell('lift:unsupported', 'input'), WINDOWS, 'input'),
  Fold: callable(TORCH_NORMS['fold'] ?? spell('lift:unsupported', 'input'), `output_size, ${WINDOWS}`, 'input'),
  PixelShuffle: callable(spell('loss:pixel_shuffle', 'input'), 'upscale_factor', 'input'),
  PixelUnshuffle: callable(spell('loss:pixel_unshuffle', 'input'), 'downscale_factor', 'input'),
};

function instance() {
  const call = { ...spell('loss:instance_norm', 'input'), ignored: ['num_features', 'momentum'] };
  return callable(call, 'num_features, eps=1e-5, momentum=0.1, affine=False, track_running_stats=False, device=None, dtype=None', 'input');
}

/** What two distributions of `torch.distributions` say together. */
export const TORCH_DIVERGENCE: Spellings = { 'torch.distributions.kl_divergence': spell('lift:kl_divergence', 'p, q') };

/** Losses of packages beside torch, as they document them. */
export const TORCH_PACKAGES: Spellings = {
  ...renamed(
    'fvcore.nn.sigmoid_focal_loss=loss:sigmoid_focal fvcore.nn.sigmoid_focal_loss_jit=loss:sigmoid_focal fvcore.nn.focal_loss.sigmoid_focal_loss=loss:sigmoid_focal',
    "inputs, targets, alpha=-1, gamma=2, reduction='none'",
  ),
  ...renamed(
    'torchvision.ops.sigmoid_focal_loss=loss:sigmoid_focal torchvision.ops.focal_loss.sigmoid_focal_loss=loss:sigmoid_focal',
    "inputs, targets, alpha=0.25, gamma=2, reduction='none'",
  ),
  ...renamed('fvcore.nn.smooth_l1_loss=loss:smooth_l1', "input, target, beta, reduction='none'"),
};
