import type { Spelling } from '../framework';
import { alike, renamed, spell, type Spellings } from '../spell';

const REDUCE = 'input_tensor, axis=None, keepdims=False, name=None';
const REDUCED = 'axes=axis';

/** The place of an extreme value, whatever type of integer says it. */
function indexed(means: string): Spelling {
  return { ...spell(means, "input, axis=0, output_type='int64', name=None"), ignored: ['output_type', 'name'] };
}

/** A mean of integers is cut towards 0. */
const MEAN = spell('lift:whole_mean', REDUCE, 'x=input_tensor axes=axis');

/** Functions of `tensorflow.math`, most of which `tensorflow` exports too. */
export const TF_MATH: Spellings = {
  ...alike(
    'exp log log1p expm1 sqrt rsqrt abs sign sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh erf erfc erfinv',
    'x, name=None',
  ),
  ...alike('lgamma digamma sigmoid floor ceil square reciprocal negative log_sigmoid', 'x, name=None'),
  ...renamed(
    'ndtri=lift:unsupported rint=round round=round is_nan=isnan is_inf=isinf is_finite=isfinite logical_not=logical_not',
    'x, name=None',
  ),
  ...alike(
    'add subtract multiply divide maximum minimum less less_equal greater greater_equal equal not_equal logical_and logical_or',
    'x, y, name=None',
  ),
  ...renamed('pow=power truediv=divide floordiv=floor_divide floormod=mod mod=mod xlogy=xlogy logical_xor=not_equal', 'x, y, name=None'),
  ...renamed('divide_no_nan=divide_no_nan div_no_nan=divide_no_nan', 'x, y, name=None'),
  atan2: spell('atan2', 'y, x, name=None'),
  softplus: spell('softplus', 'features, name=None'),
  squared_difference: spell('loss:squared_difference', 'x, y, name=None'),
  add_n: spell('lift:add_n', 'inputs, name=None', 'tensors=inputs'),
  ...renamed(
    'reduce_sum=sum reduce_max=max reduce_min=min reduce_prod=prod reduce_logsumexp=logsumexp reduce_any=any reduce_all=all',
    REDUCE,
    REDUCED,
  ),
  reduce_mean: MEAN,
  ...renamed('reduce_variance=var reduce_std=std', REDUCE, 'axes=axis correction:0'),
  reduce_euclidean_norm: spell('norm', REDUCE, REDUCED),
  count_nonzero: spell('count_nonzero', 'input, axis=None, keepdims=None, dtype=None, name=None', REDUCED),
  argmax: indexed('argmax'),
  argmin: indexed('argmin'),
  cumsum: spell('loss:directed_cumsum', 'x, axis=0, exclusive=False, reverse=False, name=None', 'input=x'),
  cumprod: spell('cumprod', 'x, axis=0, exclusive=False, reverse=False, name=None'),
  unsorted_segment_sum: spell('loss:segment_sum', 'data, segment_ids, num_segments, name=None', 'index=segment_ids count=num_segments'),
  unsorted_segment_mean: spell(
    'loss:segment_sum',
    'data, segment_ids, num_segments, name=None',
    'index=segment_ids count=num_segments mean:true',
  ),
  ...renamed('xlog1py=loss:xlog1py', 'x, y, name=None'),
  cumulative_logsumexp: spell('logcumsumexp', 'x, axis=0, exclusive=False, reverse=False, name=None'),
  l2_normalize: spell('lift:l2_normalize', 'x, axis=None, epsilon=1e-12, name=None, dim=None', 'eps=epsilon'),
  top_k: { ...spell('lift:topk', 'input, k=1, sorted=True, name=None', 'x=input'), ignored: ['sorted', 'name'] },
  softmax: spell('softmax', 'logits, axis=-1, name=None'),
  log_softmax: spell('log_softmax', 'logits, axis=-1, name=None'),
};

/** Numbers are real where a product is read, so that an adjoint is a transpose. */
const MATMUL: Spelling = {
  ...spell(
    'loss:tf_matmul',
    'a, b, transpose_a=False, transpose_b=False, adjoint_a=False, adjoint_b=False, a_is_sparse=False, b_is_sparse=False, output_type=None, grad_a=False, grad_b=False, name=None',
    'x=a y=b',
  ),
  ignored: ['a_is_sparse', 'b_is_sparse', 'grad_a', 'grad_b', 'name'],
};

/** Functions of `tensorflow` itself. */
export const TF_TOP: Spellings = {
  clip_by_value: spell('lift:clamp', 't, clip_value_min, clip_value_max, name=None', 'x=t low=clip_value_min high=clip_value_max'),
  where: spell('lift:where', 'condition, x=None, y=None, name=None'),
  cast: spell('lift:cast', 'x, dtype, name=None'),
  convert_to_tensor: spell('lift:tensor', 'value, dtype=None, dtype_hint=None, name=None', 'data=value stored:"float32" hint=dtype_hint'),
  constant: spell('lift:tensor', 'value, dtype=None, shape=None, name=None', 'data=value stored:"float32"'),
  stop_gradient: spell('stop_gradient', 'input, name=None'),
  identity: spell('lift:identity', 'input, name=None', 'x=input'),
  ...renamed('zeros=lift:zeros ones=lift:ones', "shape, dtype='float32', name=None"),
  ...renamed('zeros_like=lift:zeros_like ones_like=lift:ones_like', 'input, dtype=None, name=None', 'x=input'),
  fill: spell('lift:full', 'dims, value, name=None', 'shape=dims'),
  range: spell('lift:arange', 'start, limit=None, delta=1, dtype=None, name=None', 'stop=limit step=delta stored:"float32"'),
  linspace: spell('lift:linspace', 'start, stop, num, name=None, axis=0', 'stored:"float32"'),
  one_hot: spell('lift:one_hot', 'indices, depth, on_value=1, off_value=0, axis=-1, dtype=None, name=None', 'index=indices classes=depth'),
  shape: { ...spell('lift:shape', "input, out_type='int32', name=None", 'x=input'), ignored: ['out_type', 'name'] },
  rank: spell('lift:rank', 'input, name=None', 'x=input'),
  size: spell('lift:numel', "input, out_type='int32', name=None", 'x=input'),
  reshape: spell('lift:reshape', 'tensor, shape, name=None', 'x=tensor'),
  expand_dims: spell('lift:unsqueeze', 'input, axis, name=None', 'x=input'),
  squeeze: spell('lift:squeeze', 'input, axis=None, name=None', 'x=input'),
  transpose: spell('lift:permute', 'a, perm=None, conjugate=False, name=None', 'x=a axes=perm'),
  concat: spell('lift:concatenate', 'values, axis, name=None', 'tensors=values'),
  stack: spell('lift:stack', 'values, axis=0, name=None', 'tensors=values'),
  unstack: { ...spell('lift:unstack', 'value, num=None, axis=0, name=None', 'x=value'), ignored: ['num', 'name'] },
  tile: spell('lift:tile', 'input, multiples, name=None', 'x=input repeats=multiples'),
  repeat: spell('lift:repeat', 'input, repeats, axis=None, name=None', 'x=input'),
  broadcast_to: spell('lift:expand', 'input, shape, name=None', 'x=input'),
  reverse: spell('lift:flip', 'tensor, axis, name=None', 'x=tensor axes=axis'),
  roll: spell('lift:roll', 'input, shift, axis, name=None', 'x=input'),
  pad: spell(
    'lift:pad',
    "tensor, paddings, mode='CONSTANT', constant_values=0, name=None",
    'x=tensor widths=paddings value=constant_values',
  ),
  split: spell('lift:sections', 'value, num_or_size_splits, axis=0, num=None, name=None', 'x=value sections=num_or_size_splits'),
  gather: spell('lift:tf_gather', 'params, indices, validate_indices=None, axis=None, batch_dims=0, name=None', 'x=params index=indices'),
  'experimental.numpy.take_along_axis': spell('lift:gather', 'arr, indices, axis', 'x=arr index=indices'),
  gather_nd: spell('lift:gather_nd', 'params, indices, batch_dims=0, name=None', 'x=params index=indices'),
  tensor_scatter_nd_update: spell('lift:tensor_scatter', 'tensor, indices, updates, name=None', 'x=tensor index=indices'),
  tensor_scatter_nd_add: spell('lift:tensor_scatter', 'tensor, indices, updates, name=None', 'x=tensor index=indices mode:"add"'),
  boolean_mask: spell('lift:masked_rows', "tensor, mask, axis=None, name='boolean_mask'", 'x=tensor'),
  sort: spell('loss:directed_sort', "values, axis=-1, direction='ASCENDING', name=None", 'input=values'),
  argsort: spell('loss:directed_argsort', "values, axis=-1, direction='ASCENDING', stable=False, name=None", 'input=values'),
  matmul: MATMUL,
  tensordot: spell('lift:tensordot', 'a, b, axes, name=None', 'x=a y=b'),
  einsum: spell('lift:einsum', 'equation, *inputs, name=None', 'operands=inputs'),
  norm: spell('lift:norm', "tensor, ord='euclidean', axis=None, keepdims=None, name=None", 'x=tensor axes=axis matrices:"given"'),
  meshgrid: spell('lift:meshgrid', "*args, indexing='xy'", 'tensors=args'),
  cond: {
    ...spell(
      'lift:cond',
      'pred, true_fn=None, false_fn=None, strict=False, name=None',
      'condition=pred on_true=true_fn on_false=false_fn operands:[] operand:[]',
    ),
    ignored: ['strict', 'name'],
  },
  map_fn: {
    ...spell(
      'lift:map_function',
      'fn, elems, dtype=None, parallel_iterations=None, back_prop=True, swap_memory=False, infer_shape=True, name=None, fn_output_signature=None',
      'f=fn x=elems',
    ),
    ignored: ['dtype', 'parallel_iterations', 'swap_memory', 'infer_shape', 'fn_output_signature', 'name'],
  },
  is_tensor: spell('lift:is_tensor', 'x'),
  function: spell('lift:transparent', 'func=None, **kwargs', 'f=func'),
  gradients: {
    ...spell(
      'lift:derivatives',
      'ys, xs, grad_ys=None, name=None, colocate_gradients_with_ops=False, gate_gradients=False, aggregation_method=None, stop_gradients=None, unconnected_gradients=None',
      'outputs=ys inputs=xs',
    ),
    ignored: ['grad_ys', 'name', 'colocate_gradients_with_ops', 'gate_gradients', 'aggregation_method', 'unconnected_gradients'],
  },
  custom_gradient: spell('lift:custom_gradient', 'f=None'),
  ...renamed(
    'name_scope=lift:context variable_scope=lift:context control_dependencies=lift:context device=lift:context init_scope=lift:context',
    '*args, **kwargs',
  ),
  get_variable: weight('name, shape=None, dtype=None, initializer=None, **kwargs'),
  Variable: {
    ...spell(
      'lift:tensor',
      'initial_value, trainable=True, validate_shape=True, caching_device=None, name=None, dtype=None',
      'data=initial_value stored:"float32"',
    ),
    ignored: ['trainable', 'name'],
  },
  'linalg.norm': spell('lift:norm', "tensor, ord='euclidean', axis=None, keepdims=None, name=None", 'x=tensor axes=axis matrices:"given"'),
  'linalg.matmul': MATMUL,
  'linalg.matvec': spell('loss:tf_matvec', 'a, b, transpose_a=False, name=None', 'x=a y=b'),
  'linalg.cholesky': spell('cholesky', 'input, name=None'),
  'linalg.svd': {
    ...spell(
      'lift:svd',
      'tensor, full_matrices=False, compute_uv=True, name=None',
      'x=tensor vectors=compute_uv names:"s/u/v" numbers:"s"',
    ),
    ignored: ['full_matrices'],
  },
  'linalg.logdet': spell('logdet', 'matrix, name=None'),
  'linalg.slogdet': spell('lift:slogdet', 'input, name=None', 'x=input'),
  'linalg.solve': spell('solve', 'matrix, rhs, adjoint=False, name=None'),
  'linalg.triangular_solve': spell(
    'loss:triangular_solve',
    'matrix, rhs, lower=True, adjoint=False, name=None',
    'x=matrix y=rhs transposed=adjoint',
  ),
  'image.ssim': spell('loss:tf_ssim', 'img1, img2, max_val, filter_size=11, filter_sigma=1.5, k1=0.01, k2=0.03', 'input=img1 target=img2'),
  'image.psnr': spell('loss:tf_psnr', 'a, b, max_val, name=None', 'input=a target=b'),
  'image.total_variation': spell('loss:tf_total_variation', 'images, name=None', 'input=images'),
  'linalg.diag_part': spell('lift:diagonal', 'input, name=None', 'x=input axis1:-2 axis2:-1'),
  'linalg.set_diag': spell('lift:set_diag', 'input, diagonal, name=None', 'x=input'),
  'linalg.diag': spell('lift:diag_embed', 'diagonal, name=None', 'x=diagonal'),
  'linalg.trace': spell('trace', 'x, name=None'),
  ...renamed('linalg.det=det linalg.inv=inverse', 'input, name=None'),
  'linalg.matrix_transpose': spell('lift:matrix_transpose', 'a, name=None', 'x=a'),
  'random.normal': drawn(
    "shape, mean=0.0, stddev=1.0, dtype='float32', seed=None, name=None",
    'distribution:"normal" mean=mean stddev=stddev',
  ),
  'random.uniform': drawn(
    "shape, minval=0, maxval=1, dtype='float32', seed=None, name=None",
    'distribution:"uniform" low=minval high=maxval',
  ),
  'random._order': drawn('n', 'shape=n distribution:"permutation"'),
  ...Object.fromEntries(
    'debugging.assert_equal debugging.assert_rank debugging.assert_shapes debugging.assert_all_finite debugging.assert_less debugging.assert_less_equal debugging.assert_greater debugging.assert_greater_equal debugging.assert_non_negative debugging.assert_positive debugging.assert_rank_at_least debugging.assert_scalar debugging.assert_type debugging.assert_same_float_dtype assert_equal assert_rank assert_greater assert_less_equal print'
      .split(' ')
      .map((name) => [name, spell('lift:ignore', '*args, **kwargs')]),
  ),
};

/** Names of TensorFlow 1 whose parameters differ from today's. */
export const TF1: Spellings = {
  ...renamed(
    'reduce_sum=sum reduce_mean=lift:whole_mean reduce_max=max reduce_min=min reduce_prod=prod reduce_logsumexp=logsumexp reduce_any=any reduce_all=all',
    'input_tensor, axis=None, keepdims=False, name=None',
    'axes=axis',
  ),
  reduce_mean: MEAN,
  ...Object.fromEntries(
    [
      ['to_float', 'float32'],
      ['to_double', 'float64'],
      ['to_int32', 'int32'],
      ['to_int64', 'int64'],
    ].map(([name = '', dtype]) => [name, spell('lift:cast', 'x, name=None', `dtype:"${dtype}"`)]),
  ),
  log: spell('log', 'x, name=None'),
  div: spell('divide', 'x, y, name=None'),
  select: spell('where', 'condition, x, y, name=None'),
  matrix_diag_part: spell('lift:diagonal', 'input, name=None', 'x=input axis1:-2 axis2:-1'),
  diag_part: spell('lift:diagonal', 'input, name=None', 'x=input axis1:-2 axis2:-1'),
  trainable_variables: given('scope=None', 'tf.trainable_variables'),
  global_variables: given('scope=None', 'tf.variables'),
  random_normal: drawn(
    "shape, mean=0.0, stddev=1.0, dtype='float32', seed=None, name=None",
    'distribution:"normal" mean=mean stddev=stddev',
  ),
  truncated_normal: drawn(
    "shape, mean=0.0, stddev=1.0, dtype='float32', seed=None, name=None",
    'distribution:"normal" mean=mean stddev=stddev',
  ),
  random_uniform: drawn(
    "shape, minval=0, maxval=None, dtype='float32', seed=None, name=None",
    'distribution:"uniform" low=minval high=maxval',
  ),
  Print: { ...spell('lift:identity', 'input_, data, *args, **kwargs', 'x=input_'), ignored: ['data', 'args', 'kwargs'] },
};

/** A trainable tensor that is known by its name. */
function weight(parameters: string): Spelling {
  return { ...spell('lift:weight', parameters), ignored: ['dtype', 'initializer', 'kwargs'] };
}

/** What all of a program shares. */
function given(parameters: string, path: string): Spelling {
  return { ...spell('lift:open', parameters, `path:"${path}"`), ignored: ['scope'] };
}

/** Random numbers; what they are drawn with decides nothing that is asked here. */
function drawn(parameters: string, mapping: string): Spelling {
  return { ...spell('lift:random', parameters, mapping), ignored: ['seed', 'name'] };
}

/** Methods and attributes of `tf.Tensor`. */
export const TF_METHODS: Spellings = {
  get_shape: spell('lift:shape', 'self', 'x=self'),
  numpy: spell('stop_gradient', 'self'),
  as_list: spell('lift:identity', 'self', 'x=self'),
  to_tensor: {
    ...spell('lift:identity', 'self, default_value=None, shape=None, name=None', 'x=self'),
    ignored: ['default_value', 'shape', 'name'],
  },
  read_value: spell('lift:identity', 'self', 'x=self'),
};

/** Attributes of `tf.Tensor` read without a call. */
export const TF_PROPERTIES: Spellings = {
  ...renamed('shape=lift:shape dtype=lift:dtype ndim=lift:rank', 'self', 'x=self'),
};
