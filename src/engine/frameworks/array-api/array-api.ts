import { alike, renamed, spell, type Spellings } from '../spell';

const REDUCED = 'axes=axis';

/** What `numpy` and `jax.numpy` spell alike, up to the parameter list of elementwise functions and of reductions. */
export function arrayFunctions(unary: string, binary: string, reduction: string, creation: string): Spellings {
  return { ...elementwise(unary, binary), ...reductions(reduction), ...shapes(), ...picking(), ...creations(creation) };
}

function elementwise(unary: string, binary: string): Spellings {
  return {
    ...alike(
      'exp log log1p expm1 log2 log10 exp2 sqrt cbrt abs sign sin cos tan sinh cosh tanh square reciprocal negative floor ceil trunc',
      unary,
    ),
    ...alike('isnan isinf isfinite logical_not', unary),
    ...renamed(
      'absolute=abs fabs=abs arcsin=asin arccos=acos arctan=atan arcsinh=asinh arccosh=acosh arctanh=atanh asin=asin acos=acos atan=atan',
      unary,
    ),
    ...renamed('asinh=asinh acosh=acosh atanh=atanh rint=round positive=identity fix=trunc', unary),
    ...alike('add subtract multiply divide power maximum minimum floor_divide logaddexp hypot heaviside', binary),
    ...alike('less less_equal greater greater_equal equal not_equal logical_and logical_or', binary),
    ...renamed(
      'true_divide=divide float_power=power pow=power mod=mod remainder=mod arctan2=atan2 atan2=atan2 logical_xor=not_equal',
      binary,
    ),
    round: spell('round', 'a, decimals=0, out=None'),
    around: spell('round', 'a, decimals=0, out=None'),
    nan_to_num: spell('lift:nan_to_num', 'x, copy=True, nan=0.0, posinf=None, neginf=None'),
    where: spell('lift:where', 'condition, x=None, y=None'),
    isclose: spell('lift:isclose', 'a, b, rtol=1e-5, atol=1e-8, equal_nan=False', 'x=a y=b'),
  };
}

function reductions(tail: string): Spellings {
  return {
    ...alike('sum mean prod max min', `a, axis=None, ${tail}`, REDUCED),
    ...renamed('amax=max amin=min', `a, axis=None, ${tail}`, REDUCED),
    ...renamed('any=any all=all', 'a, axis=None, out=None, keepdims=False', REDUCED),
    ...renamed('var=var std=std', 'a, axis=None, dtype=None, out=None, ddof=0, keepdims=False', 'axes=axis correction=ddof'),
    ...alike('argmax argmin', 'a, axis=None, out=None, keepdims=False'),
    count_nonzero: spell('count_nonzero', 'a, axis=None, keepdims=False', REDUCED),
    average: spell('lift:average', 'a, axis=None, weights=None, returned=False', 'x=a'),
    median: spell('lift:median', 'a, axis=None, out=None, overwrite_input=False, keepdims=False', 'x=a'),
    ...alike('cumsum cumprod', 'a, axis=None, dtype=None, out=None'),
    nanmean: spell('loss:nanmean', `a, axis=None, ${tail}`, 'input=a axes=axis'),
    nansum: spell('loss:nansum', `a, axis=None, ${tail}`, 'input=a axes=axis'),
    'linalg.norm': spell('lift:norm', 'x, ord=None, axis=None, keepdims=False', REDUCED),
  };
}

function shapes(): Spellings {
  return {
    reshape: spell('lift:reshape', 'a, shape', 'x=a'),
    ravel: spell('lift:flatten', 'a', 'x=a'),
    squeeze: spell('lift:squeeze', 'a, axis=None', 'x=a'),
    expand_dims: spell('lift:unsqueeze', 'a, axis', 'x=a'),
    transpose: spell('lift:permute', 'a, axes=None', 'x=a'),
    permute_dims: spell('lift:permute', 'a, axes=None', 'x=a'),
    matrix_transpose: spell('lift:matrix_transpose', 'x'),
    swapaxes: spell('lift:transpose', 'a, axis1, axis2', 'x=a axis0=axis1 axis1=axis2'),
    moveaxis: spell('lift:moveaxis', 'a, source, destination', 'x=a'),
    ...renamed('concatenate=lift:concatenate concat=lift:concatenate', 'arrays, axis=0', 'tensors=arrays'),
    stack: spell('lift:stack', 'arrays, axis=0', 'tensors=arrays'),
    ...renamed('hstack=lift:hstack vstack=lift:vstack', 'tup', 'tensors=tup'),
    tile: spell('lift:tile', 'A, reps', 'x=A repeats=reps'),
    repeat: spell('lift:repeat', 'a, repeats, axis=None, total_repeat_length=None', 'x=a'),
    flip: spell('lift:flip', 'm, axis=None', 'x=m axes=axis'),
    roll: spell('lift:roll', 'a, shift, axis=None', 'x=a'),
    pad: spell('lift:pad', "array, pad_width, mode='constant', constant_values=0", 'x=array widths=pad_width value=constant_values'),
    split: spell('lift:sections', 'ary, indices_or_sections, axis=0', 'x=ary sections=indices_or_sections cuts:true'),
    broadcast_to: spell('lift:expand', 'array, shape', 'x=array'),
    diag: spell('lift:diag', 'v, k=0', 'x=v offset=k'),
    diagonal: spell('lift:diagonal', 'a, offset=0, axis1=0, axis2=1', 'x=a'),
    trace: spell('trace', 'a, offset=0, axis1=0, axis2=1, dtype=None, out=None'),
    triu: spell('triu', 'm, k=0'),
    tril: spell('tril', 'm, k=0'),
    atleast_1d: spell('lift:atleast', 'x', 'rank:1'),
    atleast_2d: spell('lift:atleast', 'x', 'rank:2'),
  };
}

function picking(): Spellings {
  return {
    ...renamed('shape=lift:shape ndim=lift:rank', 'a', 'x=a'),
    size: spell('lift:numel', 'a, axis=None', 'x=a'),
    sort: spell('sort', 'a, axis=-1'),
    argsort: spell('lift:argsort', 'a, axis=-1, kind=None, order=None', 'x=a'),
    take: spell('lift:take', 'a, indices, axis=None', 'x=a index=indices'),
    take_along_axis: spell('lift:gather', 'arr, indices, axis=-1', 'x=arr index=indices'),
    ...renamed('matmul=matmul', 'x1, x2'),
    dot: spell('lift:dot', 'a, b, *, precision=None', 'x=a y=b'),
    inner: spell('lift:inner', 'a, b', 'x=a y=b'),
    outer: spell('outer', 'a, b'),
    vdot: spell('loss:vdot', 'a, b', 'x=a y=b'),
    diff: spell('loss:diff', 'a, n=1, axis=-1, prepend=None, append=None', 'input=a'),
    tensordot: spell('lift:tensordot', 'a, b, axes=2, *, precision=None', 'x=a y=b'),
    einsum: {
      ...spell('lift:einsum', "subscripts, *operands, optimize='optimal', precision=None", 'equation=subscripts'),
      ignored: ['optimize', 'precision'],
    },
    meshgrid: spell('lift:meshgrid', "*xi, copy=True, sparse=False, indexing='xy'", 'tensors=xi'),
    ...renamed('linalg.det=det linalg.inv=inverse', 'a'),
    'linalg.solve': spell('solve', 'a, b'),
    ...arrayAlgebra(),
  };
}

function creations(tail: string): Spellings {
  return {
    ...renamed('zeros=lift:zeros ones=lift:ones empty=lift:empty', `shape, dtype=None, ${tail}`),
    full: spell('lift:full', `shape, fill_value, dtype=None, ${tail}`, 'value=fill_value'),
    ...renamed(
      'zeros_like=lift:zeros_like ones_like=lift:ones_like empty_like=lift:zeros_like',
      `a, dtype=None, ${tail}, shape=None`,
      'x=a',
    ),
    full_like: spell('lift:full_like', `a, fill_value, dtype=None, ${tail}, shape=None`, 'x=a value=fill_value'),
    eye: spell('lift:eye', 'N, M=None, k=0, dtype=float', 'n=N m=M'),
    identity: spell('lift:eye', 'n, dtype=None'),
    arange: spell('lift:arange', 'start, stop=None, step=1, dtype=None'),
    linspace: spell('lift:linspace', 'start, stop, num=50, endpoint=True, retstep=False, dtype=None'),
    ...renamed(
      'array=lift:tensor asarray=lift:tensor ascontiguousarray=lift:tensor',
      'object, dtype=None, order=None, *, copy=None',
      'data=object',
    ),
    copy: spell('lift:copy', 'a, order=None', 'x=a'),
    astype: spell('lift:cast', 'x, dtype'),
    finfo: spell('lift:finfo', 'dtype'),
    iinfo: spell('lift:iinfo', 'dtype'),
  };
}

/** Linear algebra, quantiles and integrals. */
function arrayAlgebra(): Spellings {
  const quantile = "a, q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False";
  return {
    'linalg.slogdet': spell('lift:slogdet', 'a', 'x=a'),
    'linalg.svd': {
      ...spell('lift:svd', 'a, full_matrices=True, compute_uv=True', 'x=a vectors=compute_uv'),
      ignored: ['full_matrices'],
    },
    quantile: spell('loss:quantile', quantile, 'input=a'),
    percentile: spell('loss:quantile', quantile, 'input=a percent:true'),
    ...renamed('trapezoid=loss:trapezoid trapz=loss:trapezoid', 'y, x=None, dx=1.0, axis=-1'),
    cross: spell('loss:cross', 'a, b, axisa=-1, axisb=-1, axisc=-1, axis=None', 'x=a y=b axis=axis'),
    kron: spell('loss:kron', 'a, b', 'x=a y=b'),
    cov: spell('loss:covariance', 'm, y=None, rowvar=True, bias=False, ddof=1', 'input=m correction=ddof'),
    corrcoef: spell('loss:covariance', 'x, y=None, rowvar=True', 'input=x correlation:true'),
    triu_indices: spell('lift:triangle_indices', 'n, k=0, m=None', 'offset=k upper:true'),
    tril_indices: spell('lift:triangle_indices', 'n, k=0, m=None', 'offset=k upper:false'),
    select: spell('lift:select_cases', 'condlist, choicelist, default=0', 'conditions=condlist choices=choicelist standard=default'),
    ...renamed('deg2rad=loss:scaled radians=loss:scaled', 'x', `input=x factor:${Math.PI / 180}`),
    ...renamed('rad2deg=loss:scaled degrees=loss:scaled', 'x', `input=x factor:${180 / Math.PI}`),
  };
}

/** Methods that arrays of `numpy` and `jax.numpy` share. */
export const ARRAY_METHODS: Spellings = {
  ...alike('sum prod', 'self, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None', REDUCED),
  mean: spell('mean', 'self, axis=None, dtype=None, out=None, keepdims=False, where=None', REDUCED),
  ...alike('max min', 'self, axis=None, out=None, keepdims=False, initial=None, where=None', REDUCED),
  ...alike('any all', 'self, axis=None, out=None, keepdims=False', REDUCED),
  ...alike('var std', 'self, axis=None, dtype=None, out=None, ddof=0, keepdims=False', 'axes=axis correction=ddof'),
  ...alike('argmax argmin', 'self, axis=None, out=None'),
  ...alike('cumsum cumprod', 'self, axis=None, dtype=None, out=None'),
  clip: spell('lift:clamp', 'self, min=None, max=None', 'x=self low=min high=max'),
  round: spell('round', 'self, decimals=0, out=None'),
  astype: spell('lift:cast', 'self, dtype', 'x=self'),
  copy: spell('lift:copy', 'self', 'x=self'),
  reshape: spell('lift:reshape', 'self, *shape', 'x=self'),
  ...renamed('ravel=lift:flatten flatten=lift:flatten', 'self', 'x=self'),
  squeeze: spell('lift:squeeze', 'self, axis=None', 'x=self'),
  transpose: spell('lift:permute', 'self, *axes', 'x=self'),
  swapaxes: spell('lift:transpose', 'self, axis1, axis2', 'x=self axis0=axis1 axis1=axis2'),
  repeat: spell('lift:repeat', 'self, repeats, axis=None', 'x=self'),
  take: spell('lift:take', 'self, indices, axis=None', 'x=self index=indices'),
  dot: spell('lift:dot', 'self, b', 'x=self y=b'),
  item: spell('lift:item', 'self', 'x=self'),
  tolist: spell('lift:tolist', 'self', 'x=self'),
  trace: spell('trace', 'self, offset=0'),
  block_until_ready: spell('lift:identity', 'self', 'x=self'),
};

/** Attributes that arrays of `numpy` and `jax.numpy` share. */
export const ARRAY_PROPERTIES: Spellings = {
  ...renamed('shape=lift:shape ndim=lift:rank size=lift:numel dtype=lift:dtype', 'self', 'x=self'),
  T: spell('lift:permute', 'self', 'x=self'),
  mT: spell('lift:matrix_transpose', 'self', 'x=self'),
};
