/**
 * The primitives of the lift: what a library call can mean besides an op of the registry (`means: 'lift:<name>'`).
 *
 * A signature is a Python parameter list in canonical names, with canonical defaults. A spelling says which parameter of the
 * library's function each canonical name is: `attributes: {axis: {from: 'dim'}}`. Canonical names that the spelling does not
 * map are taken from the parameter of the same name if there is one; the rest hold the default written here. `operands`
 * of a spelling map, in order, to the first canonical names; absent `operands`: only the names and `attributes` map.
 * A `*name` parameter of a library (`view(*shape)`) binds as a tuple; primitives accept `shape` as a tuple, as a tuple
 * inside a tuple, or as one integer. An axis may be an integer or a tuple where the library allows one.
 *
 * The same rule binds ops: attributes not mapped come from the parameter of the same name; an integer for `axes` becomes [n].
 */
export const SIGNATURES = {
  // Shape. -1 in a shape is what remains.
  reshape: 'x, shape',
  reshape_as: 'x, other',
  flatten: 'x, start=0, end=-1', // torch; Keras' batch_flatten has start=1; numpy's ravel is flatten
  unflatten: 'x, axis, shape',
  squeeze: 'x, axis=None',
  unsqueeze: 'x, axis',
  transpose: 'x, axis0, axis1', // torch.transpose, swapaxes
  permute: 'x, axes=None', // permute, numpy.transpose, tf.transpose; None reverses
  matrix_transpose: 'x', // .t(), .mT, tf.linalg.matrix_transpose
  moveaxis: 'x, source, destination',
  expand: 'x, shape', // -1 keeps a dimension; also broadcast_to
  expand_as: 'x, other',
  broadcast_tensors: 'tensors', // a tuple comes back
  atleast: 'x, rank', // atleast_1d …
  tile: 'x, repeats', // torch.repeat, numpy.tile, tf.tile
  repeat: 'x, repeats, axis=None', // repeat_interleave, numpy.repeat, tf.repeat
  concatenate: 'tensors, axis=0',
  stack: 'tensors, axis=0',
  hstack: 'tensors',
  vstack: 'tensors',
  split: 'x, size, axis=0', // torch.split: pieces of this size, or of these sizes
  chunk: 'x, chunks, axis=0', // torch.chunk: at most so many pieces
  sections: 'x, sections, axis=0, cuts=False', // numpy.split, tf.split: so many equal pieces; numpy: a list holds the cut points; set cuts=True
  unstack: 'x, axis=0', // torch.unbind, tf.unstack
  flip: 'x, axes=None',
  roll: 'x, shift, axis=None',
  pad_last: "x, pad, mode='constant', value=0", // torch.nn.functional.pad: pairs from the last axis backwards
  pad: "x, widths, mode='constant', value=0", // numpy.pad, tf.pad: pairs per axis, or one number
  meshgrid: "tensors, indexing='xy'",
  unfold: 'x, axis, size, step',

  // Queries: plain integers, tuples, strings.
  shape: 'x', // a tuple; also tf.shape, K.int_shape, x.get_shape()
  size: 'x, axis=None', // torch: a tuple, or one size
  numel: 'x',
  rank: 'x',
  dtype: 'x',
  item: 'x', // a Python number: cuts the gradient
  tolist: 'x',
  is_tensor: 'x',
  iinfo: 'dtype', // an object with min, max, bits
  finfo: 'dtype', // an object with eps, tiny, smallest_normal, max, min
  epsilon: '', // keras.backend.epsilon()
  floatx: '',

  // Creation. dtype may be a dtype, a string or absent; shape as above.
  zeros: 'shape, dtype=None, like=None', // like: the element type of this tensor where dtype is absent
  ones: 'shape, dtype=None, like=None',
  full: 'shape, value, dtype=None, like=None',
  zeros_like: 'x, dtype=None',
  ones_like: 'x, dtype=None',
  full_like: 'x, value, dtype=None',
  empty: 'shape, dtype=None', // refused unless written before it is read
  fresh: 'x, args', // torch's old .new(…): sizes, or the numbers in a list; element type of x
  resized: 'x, shape', // torch's resize_ and resize_as_ (a tensor in place of the shape)
  eye: 'n, m=None, dtype=None',
  arange: 'start, stop=None, step=1, dtype=None, stored=None', // stored: the format of floats where dtype is absent
  linspace: 'start, stop, num=50, dtype=None, stored=None',
  tensor: 'data, dtype=None, stored=None, hint=None, shape=None', // hint: the element type of numbers that have none; torch.tensor, jnp.asarray, tf.constant, convert_to_tensor; a tensor stays itself
  rewrapped: 'data, dtype=None, like=None', // torch.tensor(x), np.array(x): a tensor comes back without gradient
  triangle: 'n, m=None, offset=0, dtype=None', // numpy.tri
  triangle_indices: 'n, m=None, offset=0, upper=True',
  diag_indices: 'n, m=2',
  random: "shape, distribution='normal', low=0, high=1, mean=0, stddev=1", // never shared; distribution: normal, uniform, bernoulli …
  random_integers: 'low, high=None, size=None', // of torch: the size comes last
  random_like: "x, distribution='normal'",
  dropout: 'x, p=0.5, training=True',

  // Casts. A dtype may be a dtype value, a string, or another tensor's dtype.
  cast: 'x, dtype', // .astype, tf.cast, .type, and with a fixed value .float() .long() .bool() .double() .half()
  to: 'x, args, dtype=None', // torch's .to(device | dtype | tensor): `parameters: 'self, *args, dtype=None, …'`
  cast_like: 'x, other',

  // Choosing.
  where: 'condition, x=None, y=None',
  clamp: 'x, low=None, high=None', // bounds: numbers, tensors or None
  masked_fill: 'x, mask, value',
  masked_select: 'x, mask',
  masked_rows: 'x, mask', // tf.boolean_mask, which takes no scalar mask
  nonzero: 'x, as_tuple=False', // numpy: as_tuple:true
  select: 'x, axis, index', // torch.select
  narrow: 'x, axis, start, length',
  index_select: 'x, axis, index',
  gather: 'x, axis, index', // torch.gather, take_along_axis
  take: 'x, index, axis=None', // numpy.take, jnp.take
  tf_gather: 'x, index, axis=None, batch_dims=0',
  gather_nd: 'x, index, batch_dims=0',
  scatter: "x, axis, index, source=None, number=None, mode='set'", // source: a tensor or a number; mode set | add
  index_fill: 'x, axis, index, value',
  index_add: 'x, axis, index, source',
  tensor_scatter: "x, index, updates, mode='set'", // tf.tensor_scatter_nd_update
  one_hot: 'index, classes=-1, axis=-1, on_value=1, off_value=0, dtype=None',
  diag: 'x, offset=0', // a vector becomes a matrix, a matrix its diagonal
  diagonal: 'x, offset=0, axis1=0, axis2=1',
  diag_embed: 'x, offset=0',
  fill_diagonal: 'x, value',
  set_diag: 'x, diagonal',

  // Reductions with more than one result or more than one meaning.
  whole_mean: 'x, axes=None, keepdims=False', // of integers: an integer, cut towards 0
  torch_max: 'x, axis=None, keepdims=False, other=None', // axis may be the other operand; with an axis: (values, indices)
  torch_min: 'x, axis=None, keepdims=False, other=None',
  torch_var: 'x, axis=None, unbiased=True, correction=None, keepdims=False',
  torch_std: 'x, axis=None, unbiased=True, correction=None, keepdims=False',
  moments: 'x, axis=None, keepdims=False', // tf.nn.moments: (mean, variance)
  std_mean: 'x, axis=None, unbiased=True, keepdims=False',
  var_mean: 'x, axis=None, unbiased=True, keepdims=False',
  sort: 'x, axis=-1, descending=False', // (values, indices)
  argsort: 'x, axis=-1, descending=False',
  topk: 'x, k, axis=-1, largest=True', // (values, indices)
  median: 'x, axis=None, keepdims=False',
  average: 'x, axis=None, weights=None',
  norm: "x, ord=None, axes=None, keepdims=False, matrices='always'", // ord: number, inf, 'fro'; matrices: when an order over two axes is a matrix norm
  normalize: 'x, ord=2, axis=1, eps=1e-12',
  l2_normalize: 'x, axis=None, eps=1e-12', // tf.math.l2_normalize: x * rsqrt(max(sum(x²), eps))
  logsumexp_weighted: 'x, axis=None, b=None, keepdims=False', // jax and scipy logsumexp(b=…)
  softmax: 'x, axis=None, absent=None', // axis None: all elements where absent says so, else torch's legacy rule
  log_softmax: 'x, axis=None, absent=None',

  // Products.
  einsum: 'equation, operands', // operands: a tuple, or a tuple inside a tuple
  tensordot: 'x, y, axes=2',
  dot: 'x, y', // numpy and torch dot: 1-D inner product, 2-D matrix product
  inner: 'x, y',
  rearrange: 'x, pattern, sizes=None', // einops; sizes: the keyword arguments (`**sizes`)
  einops_reduce: 'x, pattern, reduction, sizes=None',
  einops_repeat: 'x, pattern, sizes=None',
  embedding: 'index, weight',
  linear: 'x, weight, bias=None',
  product_of_rank: 'x, y, rank', // torch.mm and torch.bmm take no others
  addmm: 'input, x, y, beta=1, alpha=1',
  addcmul: 'input, x, y, value=1',
  addcdiv: 'input, x, y, value=1',
  add_scaled: 'x, y, alpha=1', // torch.add(x, y, alpha=…)
  subtract_scaled: 'x, y, alpha=1',
  divide: 'x, y, rounding_mode=None',

  svd: "x, vectors=True, names='U/S/Vh', numbers='S'", // the numbers alone where no vectors are wanted
  eigh: "x, vectors=True, names='eigenvalues/eigenvectors', numbers='eigenvalues'",

  // Complex arrays and spectra. Axes absent: the `last` so many, or as many as there are sizes.
  fft: 'x, size=None, axes=None, norm=None, inverse=False, last=None',
  rfft: 'x, size=None, axes=None, norm=None, last=None',
  irfft: 'x, size=None, axes=None, norm=None, last=None',
  fft_shift: 'x, axes=None, inverse=False',
  fft_frequencies: 'n, d=1.0, half=False',
  stft: "x, size, step=None, window_length=None, window=None, center=True, mode='reflect', normalized=False, onesided=None, complex=None",
  complex: 'real, imaginary',
  polar: 'size, angle',
  view_as_complex: 'x',
  view_as_real: 'x',
  real: 'x',
  imag: 'x',
  conj: 'x',
  angle: 'x',
  is_complex: 'x',
  window: 'length, name, periodic=True, odd=False', // odd: a periodic window of odd length is symmetric, as TensorFlow has it

  // Derivatives of what the caller's own callables give.
  gradient: "f, argnums=0, has_aux=False, with_value=False, result='gradient'", // result: gradient, jacobian, hessian
  derivatives: 'outputs, inputs, listed=True, recorded=False', // recorded: only what a tape saw is derived

  frames: 'x, size, step',

  // Elementwise with a choice.
  add_n: 'tensors', // tf.add_n: the sum of a list
  nan_to_num: 'x, nan=0, posinf=None, neginf=None',
  isclose: 'x, y, rtol=1e-5, atol=1e-8',
  is_floating: 'x',

  // In-place methods: `<primitive or op>_` is derived from the spelling without underscore; nothing to declare for torch's `x.op_()`.
  copy_into: 'x, source, single=None', // copy_, fill_; single: the source has no axes
  assign: 'x, value', // tf.Variable.assign

  // Functions of functions, contexts, modules.
  as_is: 'x', // the value itself, whatever it is
  identity: 'x', // contiguous, cpu, cuda, requires_grad_: the tensor itself
  copy: 'x', // clone, copy: memory of its own
  copy_object: 'x', // copy.copy, copy.deepcopy
  transparent: 'f', // a decorator or wrapper that changes nothing: jit, tf.function, keras_export
  decorator_factory: 'args', // @register(…): returns a transparent decorator
  no_grad: 'f=None', // context manager or decorator
  enable_grad: 'f=None', // the same
  set_grad_enabled: 'mode', // from then on, or until its `with` ends
  context: 'args', // autocast, name_scope, nullcontext: runs its body as it is
  ignore: 'args', // no value and no effect on values: warnings.warn, chex.assert_*, logging
  partial: 'f, args, kwargs',
  custom_gradient: 'f', // tf.custom_gradient
  custom_vjp: 'fun, nondiff_argnums=()',
  custom_jvp: 'fun, nondiff_argnums=()',
  vmap: 'f, in_axes=0, out_axes=0',
  cond: 'condition, on_true, on_false, operands, operand', // lax.cond; tf.cond with operands=()
  map_function: 'f, x', // tf.map_fn, lax.map: over the first axis
  scan: 'f, init, xs, length=None, reverse=False',
  tree_map: 'f, trees', // over the leaves of tuples, lists and dicts, of several alike at once
  tree_leaves: 'tree',
  namedtuple: 'fields', // a function that makes tuples with names
  is_nested: 'tree',
  fold: 'f, items, init=None', // functools.reduce
  vectorize: 'f, signature=None, excluded=None', // numpy.vectorize: leading axes are mapped over
  kl_divergence: 'p, q',
  slogdet: 'x',
  dist: 'x, y, p=2',
  vecdot: 'x, y, axis=-1',
  independent: 'base, count, method, value=None',
  kth: 'x, k, axis=-1, keepdims=False', // (value, index)
  select_cases: 'conditions, choices, standard=0', // numpy.select: the first that holds
  fenchel_young: 'f', // max_fun(scores) - <scores, targets>, by the last axis
  triplet_with_distance: "anchor, positive, negative, distance=None, margin=1.0, swap=False, reduction='mean'",
  fori_loop: 'low, high, body, init',
  open: 'path', // what a program has besides its arguments, such as all variables: as free as a parameter
  answer: 'value', // a fixed value, whatever the arguments: is_scripting, is_initialized
  reduction_enum: 'reduction', // torch's numbers for none, mean, sum
  parameter: 'data=None', // nn.Parameter(tensor), self.add_weight: an input of the loss
  weight: 'name, shape', // tf.get_variable, hk.get_parameter, self.param: an input of the loss of a known shape
  module_list: 'modules=()',
  module_dict: 'modules=None',
  sequential: 'modules', // a tuple of callables
  slopes: 'outputs, inputs', // torch.autograd.grad
  unsupported: 'args', // known and not modelled; the call is opaque with the spelling's name
} as const;

/** Name of a primitive. */
export type PrimitiveName = keyof typeof SIGNATURES;
