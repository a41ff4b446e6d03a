import { writeAs, written, type Writings } from '../write-as';

const IMPORT = ['import tensorflow as tf'];
const AXES = '{?axes:, axis=}{?keepdims:, keepdims=}';

/** How ops are written in TensorFlow. */
export const TENSORFLOW_WRITINGS: Writings = {
  ...writeAs(
    'tensorflow',
    'exp sqrt abs sign sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh floor round square sigmoid',
    '#1',
    IMPORT,
  ),
  ...writeAs(
    'tensorflow.math',
    'log log1p expm1 rsqrt erf erfc erfinv lgamma digamma ceil reciprocal is_nan=isnan is_inf=isinf is_finite=isfinite logical_not',
    '#1',
    IMPORT,
  ),
  ...writeAs('tensorflow.math', 'softplus log_sigmoid', '#1', IMPORT),
  ...writeAs('tensorflow', 'maximum minimum matmul', '#1, #2', IMPORT),
  ...writeAs('tensorflow.linalg', 'det inv=inverse', '#1', IMPORT),
  outer: written('tensorflow.tensordot(#1, #2, 0)', IMPORT),
  ...writeAs('tensorflow.math', 'atan2 xlogy divide_no_nan logical_and logical_or floormod=mod floordiv=floor_divide', '#1, #2', IMPORT),
  ...writeAs('tensorflow', 'where where=select clip_by_value=clip', '#1, #2, #3', IMPORT),
  ...writeAs(
    'tensorflow',
    'reduce_sum=sum reduce_mean=mean reduce_max=max reduce_min=min reduce_prod=prod reduce_any=any reduce_all=all',
    `#1${AXES}`,
    IMPORT,
  ),
  ...writeAs('tensorflow', 'reduce_logsumexp=logsumexp', `#1${AXES}`, IMPORT),
  ...writeAs('tensorflow.math', 'reduce_variance=var reduce_std=std', `#1${AXES}`, IMPORT),
  ...writeAs('tensorflow.math', 'cumsum cumprod argmax argmin', '#1, axis={axis}', IMPORT),
  ...writeAs('tensorflow.nn', 'relu relu6 elu selu silu softsign', '#1', IMPORT),
  ...writeAs('tensorflow.nn', 'softmax log_softmax', '#1, axis={axis}', IMPORT),
  leaky_relu: written('tensorflow.nn.leaky_relu(#1, alpha={slope})', IMPORT),
  logcumsumexp: written('tensorflow.math.cumulative_logsumexp(#1, axis={axis})', IMPORT),
  norm: written('tensorflow.norm(#1, ord={ord}{?axes:, axis=}{?keepdims:, keepdims=})', IMPORT),
  gather: written('tensorflow.experimental.numpy.take_along_axis(#1, #2, axis={axis})', IMPORT),
  take: written('tensorflow.gather(#1, #2, axis={axis})', IMPORT),
  bounded_cross_entropy: written(
    '-(#2 * tensorflow.maximum(tensorflow.math.log(#1), -100.0) + (1 - #2) * tensorflow.maximum(tensorflow.math.log1p(-#1), -100.0))',
    IMPORT,
  ),
  one_hot: written('tensorflow.one_hot(#1, {classes})', IMPORT),
  einsum: written('tensorflow.einsum({equation}, #*)', IMPORT),
  concatenate: written('tensorflow.concat([#*], axis={axis})', IMPORT),
  stack: written('tensorflow.stack([#*], axis={axis})', IMPORT),
  reshape: written('tensorflow.reshape(#1, {shape})', IMPORT),
  transpose: written('tensorflow.transpose(#1, {axes})', IMPORT),
  broadcast_to: written('tensorflow.broadcast_to(#1, {shape})', IMPORT),
  diagonal: written('tensorflow.linalg.diag_part(#1)', IMPORT),
  stop_gradient: written('tensorflow.stop_gradient(#1)', IMPORT),
  to_float: written('tensorflow.cast(#1, tensorflow.float32)', IMPORT),
  to_int: written('tensorflow.cast(#1, tensorflow.int64)', IMPORT),
  to_bool: written('tensorflow.cast(#1, tensorflow.bool)', IMPORT),
};
