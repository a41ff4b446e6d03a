import { writeAs, written, type Writings } from '../write-as';

const IMPORT = ['import numpy as np'];
const AXES = '{?axes:, axis=}{?keepdims:, keepdims=}';

/** How ops are written in NumPy and `scipy.special`. */
export const NUMPY_WRITINGS: Writings = {
  ...writeAs(
    'numpy',
    'exp log log1p expm1 log2 log10 exp2 sqrt cbrt abs sign sin cos tan arcsin=asin arccos=acos arctan=atan sinh cosh tanh',
    '#1',
    IMPORT,
  ),
  ...writeAs(
    'numpy',
    'arcsinh=asinh arccosh=acosh arctanh=atanh floor ceil round trunc reciprocal square isnan isinf isfinite logical_not',
    '#1',
    IMPORT,
  ),
  ...writeAs(
    'numpy',
    'maximum minimum arctan2=atan2 hypot logaddexp heaviside logical_and logical_or outer matmul mod floor_divide',
    '#1, #2',
    IMPORT,
  ),
  ...writeAs('numpy', 'where where=select clip', '#1, #2, #3', IMPORT),
  ...writeAs('numpy', 'sum mean max min prod any all', `#1${AXES}`, IMPORT),
  ...writeAs('numpy', 'var std', `#1{?axes:, axis=}, ddof={correction}{?keepdims:, keepdims=}`, IMPORT),
  ...writeAs('numpy', 'cumsum cumprod argmax argmin', '#1, axis={axis}', IMPORT),
  ...special('erf erfc gammaln=lgamma digamma entr ndtr log_ndtr erfinv expit=sigmoid', '#1'),
  ...special('softmax log_softmax', '#1, axis={axis}'),
  ...special('xlogy', '#1, #2'),
  ...special('logsumexp', '#1{?axes:, axis=}{?keepdims:, keepdims=}'),
  softplus: written('numpy.logaddexp(0, #1)', IMPORT),
  log_sigmoid: written('-numpy.logaddexp(0, -#1)', IMPORT),
  relu: written('numpy.maximum(#1, 0)', IMPORT),
  logcumsumexp: written('numpy.logaddexp.accumulate(#1, axis={axis})', IMPORT),
  ...writeAs('numpy.linalg', 'det inv=inverse', '#1', IMPORT),
  trace: written('numpy.trace(#1)', IMPORT),
  rsqrt: written('1 / numpy.sqrt(#1)', IMPORT),
  norm: written('numpy.linalg.norm(#1, ord={ord}{?axes:, axis=}{?keepdims:, keepdims=})', IMPORT),
  gather: written('numpy.take_along_axis(#1, #2, axis={axis})', IMPORT),
  take: written('numpy.take(#1, #2, axis={axis})', IMPORT),
  bounded_cross_entropy: written(
    '-(#2 * numpy.maximum(numpy.log(#1), -100.0) + (1 - #2) * numpy.maximum(numpy.log1p(-#1), -100.0))',
    IMPORT,
  ),
  one_hot: written('numpy.eye({classes})[#1]', IMPORT),
  einsum: written('numpy.einsum({equation}, #*)', IMPORT),
  concatenate: written('numpy.concatenate([#*], axis={axis})', IMPORT),
  stack: written('numpy.stack([#*], axis={axis})', IMPORT),
  reshape: written('numpy.reshape(#1, {shape})', IMPORT),
  transpose: written('numpy.transpose(#1, {axes})', IMPORT),
  broadcast_to: written('numpy.broadcast_to(#1, {shape})', IMPORT),
  diagonal: written('numpy.diagonal(#1)', IMPORT),
  stop_gradient: written('#1', []),
  nan_to_num: written('numpy.nan_to_num(#1, nan={nan})', IMPORT),
  to_float: written('numpy.asarray(#1, float)', IMPORT),
  to_int: written('numpy.asarray(#1, int)', IMPORT),
};

function special(names: string, parameters: string): Writings {
  return Object.fromEntries(
    names.split(' ').map((entry) => {
      const [name = '', op = name] = entry.split('=');
      return [op, written(`scipy.special.${name}(${parameters})`, [`from scipy.special import ${name}`])];
    }),
  );
}
