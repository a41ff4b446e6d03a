import { writeAs, written, type Writings } from '../write-as';

const NUMPY = ['import jax.numpy as jnp'];
const JAX = ['import jax'];
const AXES = '{?axes:, axis=}{?keepdims:, keepdims=}';

/** How ops are written in JAX. */
export const JAX_WRITINGS: Writings = {
  ...writeAs(
    'jax.numpy',
    'exp log log1p expm1 log2 log10 exp2 sqrt cbrt abs sign sin cos tan arcsin=asin arccos=acos arctan=atan sinh cosh tanh',
    '#1',
    NUMPY,
  ),
  ...writeAs(
    'jax.numpy',
    'arcsinh=asinh arccosh=acosh arctanh=atanh floor ceil round trunc reciprocal square isnan isinf isfinite logical_not',
    '#1',
    NUMPY,
  ),
  ...writeAs(
    'jax.numpy',
    'maximum minimum arctan2=atan2 hypot logaddexp heaviside logical_and logical_or outer matmul mod floor_divide',
    '#1, #2',
    NUMPY,
  ),
  ...writeAs('jax.numpy', 'where where=select clip', '#1, #2, #3', NUMPY),
  ...writeAs('jax.numpy', 'sum mean max min prod any all', `#1${AXES}`, NUMPY),
  ...writeAs('jax.numpy', 'var std', `#1{?axes:, axis=}, ddof={correction}{?keepdims:, keepdims=}`, NUMPY),
  ...writeAs('jax.numpy', 'cumsum cumprod argmax argmin', '#1, axis={axis}', NUMPY),
  ...writeAs('jax.nn', 'sigmoid relu softplus log_sigmoid silu selu mish relu6 soft_sign=softsign hard_sigmoid=hardsigmoid', '#1', JAX),
  ...writeAs('jax.nn', 'softmax log_softmax', '#1, axis={axis}', JAX),
  ...writeAs('jax.scipy.special', 'erf erfc gammaln=lgamma digamma entr ndtr=ndtr log_ndtr=log_ndtr erfinv', '#1', ['import jax']),
  xlogy: written('jax.scipy.special.xlogy(#1, #2)', JAX),
  leaky_relu: written('jax.nn.leaky_relu(#1, {slope})', JAX),
  elu: written('jax.nn.elu(#1, {alpha})', JAX),
  logsumexp: written('jax.nn.logsumexp(#1{?axes:, axis=}{?keepdims:, keepdims=})', JAX),
  logcumsumexp: written('jax.lax.cumlogsumexp(#1, axis={axis})', JAX),
  ...writeAs('jax.numpy.linalg', 'det inv=inverse', '#1', NUMPY),
  trace: written('jax.numpy.trace(#1)', NUMPY),
  rsqrt: written('jax.lax.rsqrt(#1)', JAX),
  norm: written('jax.numpy.linalg.norm(#1, ord={ord}{?axes:, axis=}{?keepdims:, keepdims=})', NUMPY),
  gather: written('jax.numpy.take_along_axis(#1, #2, axis={axis})', NUMPY),
  take: written('jax.numpy.take(#1, #2, axis={axis})', NUMPY),
  bounded_cross_entropy: written(
    '-(#2 * jax.numpy.maximum(jax.numpy.log(#1), -100.0) + (1 - #2) * jax.numpy.maximum(jax.numpy.log1p(-#1), -100.0))',
    NUMPY,
  ),
  one_hot: written('jax.nn.one_hot(#1, {classes})', JAX),
  einsum: written('jax.numpy.einsum({equation}, #*)', NUMPY),
  concatenate: written('jax.numpy.concatenate([#*], axis={axis})', NUMPY),
  stack: written('jax.numpy.stack([#*], axis={axis})', NUMPY),
  reshape: written('jax.numpy.reshape(#1, {shape})', NUMPY),
  transpose: written('jax.numpy.transpose(#1, {axes})', NUMPY),
  broadcast_to: written('jax.numpy.broadcast_to(#1, {shape})', NUMPY),
  diagonal: written('jax.numpy.diagonal(#1)', NUMPY),
  sort: written('jax.numpy.sort(#1, axis={axis}, descending={descending})', NUMPY),
  nan_to_num: written('jax.numpy.nan_to_num(#1, nan={nan})', NUMPY),
  stop_gradient: written('jax.lax.stop_gradient(#1)', JAX),
  to_float: written('jax.numpy.asarray(#1, float)', NUMPY),
  to_int: written('jax.numpy.asarray(#1, int)', NUMPY),
};
