import { arrayFunctions } from '../array-api/array-api';
import { alike, renamed, spell, type Spellings } from '../spell';

/** Products of arrays: in which precision they are summed changes no exact value. */
const PRODUCTS: Spellings = {
  matmul: spell('matmul', 'a, b, *, precision=None, preferred_element_type=None', '', 'a b'),
  inner: spell('lift:inner', 'a, b, *, precision=None, preferred_element_type=None', 'x=a y=b'),
  vdot: spell('loss:vdot', 'a, b, *, precision=None, preferred_element_type=None', 'x=a y=b'),
};

/** `jax.numpy`. */
export const JAX_NUMPY: Spellings = {
  ...arrayFunctions(
    'x, /',
    'x1, x2, /',
    'dtype=None, out=None, keepdims=False, initial=None, where=None, promote_integers=True',
    'device=None',
  ),
  ...alike('max min', 'a, axis=None, out=None, keepdims=False, initial=None, where=None', 'axes=axis'),
  ...renamed('amax=max amin=min', 'a, axis=None, out=None, keepdims=False, initial=None, where=None', 'axes=axis'),
  'linalg.cholesky': spell('loss:symmetric_cholesky', 'a, *, upper=False, symmetrize_input=True', 'input=a'),
  ...PRODUCTS,
  clip: spell('lift:clamp', 'arr, min=None, max=None', 'x=arr low=min high=max'),
};

/** `jax.nn`. */
export const JAX_NN: Spellings = {
  ...alike('relu sigmoid softplus log_sigmoid silu selu mish relu6', 'x'),
  ...renamed('soft_sign=softsign hard_sigmoid=hardsigmoid hard_swish=hardswish hard_silu=hardswish swish=silu tanh=tanh', 'x'),
  leaky_relu: spell('leaky_relu', 'x, negative_slope=0.01', 'slope=negative_slope'),
  elu: spell('elu', 'x, alpha=1.0'),
  gelu: spell('gelu', 'x, approximate=True'),
  sparse_plus: spell('loss:sparse_plus', 'x'),
  hard_tanh: spell('hardtanh', 'x', 'low:-1 high:1'),
  softmax: spell('loss:masked_softmax', 'x, axis=-1, where=None, initial=None', 'input=x'),
  log_softmax: spell('loss:masked_softmax', 'x, axis=-1, where=None, initial=None', 'input=x logarithm:true'),
  celu: spell('loss:celu', 'x, alpha=1.0', 'input=x'),
  logsumexp: spell('lift:logsumexp_weighted', 'a, axis=None, b=None, keepdims=False, return_sign=False, where=None', 'x=a'),
  one_hot: spell('lift:one_hot', 'x, num_classes, *, dtype=None, axis=-1', 'index=x classes=num_classes'),
};

/** `jax.lax`. */
export const JAX_LAX: Spellings = {
  stop_gradient: spell('stop_gradient', 'x'),
  ...alike(
    'exp log log1p expm1 sqrt rsqrt cbrt abs sign sin cos tan sinh cosh tanh asinh acosh atanh erf erfc lgamma digamma square floor ceil',
    'x',
  ),
  ...renamed('logistic=sigmoid neg=negative erf_inv=erfinv reciprocal=reciprocal is_finite=isfinite', 'x'),
  ...renamed(
    'add=add sub=subtract mul=multiply div=divide pow=power max=maximum min=minimum eq=equal ne=not_equal lt=less le=less_equal gt=greater ge=greater_equal atan2=atan2',
    'x, y',
  ),
  integer_pow: spell('power', 'x, y'),
  clamp: spell('clip', 'min, x, max', '', 'x min max'),
  select: spell('where', 'pred, on_true, on_false'),
  cond: spell('lift:cond', 'pred, true_fun, false_fun, *operands, operand=()', 'condition=pred on_true=true_fun on_false=false_fun'),
  scan: { ...spell('lift:scan', 'f, init, xs=None, length=None, reverse=False, unroll=1'), ignored: ['unroll'] },
  fori_loop: spell('lift:fori_loop', 'lower, upper, body_fun, init_val', 'low=lower high=upper body=body_fun init=init_val'),
  map: spell('lift:map_function', 'f, xs', 'x=xs'),
  expand_dims: spell('lift:unsqueeze', 'array, dimensions', 'x=array axis=dimensions'),
  reshape: spell('lift:reshape', 'operand, new_sizes', 'x=operand shape=new_sizes'),
  transpose: spell('lift:permute', 'operand, permutation', 'x=operand axes=permutation'),
  cumsum: spell('loss:directed_cumsum', 'operand, axis=0, reverse=False', 'input=operand'),
  cumlogsumexp: spell('logcumsumexp', 'operand, axis=0, reverse=False'),
  cumprod: spell('cumprod', 'operand, axis=0, reverse=False'),
  top_k: spell('lift:topk', 'operand, k, *, axis=-1', 'x=operand'),
  convert_element_type: spell('lift:cast', 'operand, new_dtype', 'x=operand dtype=new_dtype'),
};

/** `jax.scipy.special`, with the names of `scipy.special` that mean the same. */
export const JAX_SPECIAL: Spellings = {
  ...alike('erf erfc erfinv entr digamma log_ndtr ndtr logit', 'x'),
  ...renamed('expit=sigmoid gammaln=lgamma', 'x'),
  xlogy: spell('xlogy', 'x, y'),
  xlog1py: spell('loss:xlog1py', 'x, y'),
  betaln: spell('loss:betaln', 'a, b'),
  rel_entr: spell('loss:rel_entr', 'p, q', 'x=p y=q'),
  kl_div: spell('loss:rel_entr', 'p, q', 'x=p y=q tail:true'),
  logsumexp: spell('lift:logsumexp_weighted', 'a, axis=None, b=None, keepdims=False, return_sign=False, where=None', 'x=a'),
  ...renamed('softmax=lift:softmax log_softmax=lift:log_softmax', 'x, axis=None', 'x=x axis=axis absent:"all"'),
};

const CHECKS =
  'chex.assert_type chex.assert_rank chex.assert_equal_shape chex.assert_equal_shape_prefix chex.assert_shape chex.assert_equal_rank chex.assert_scalar ' +
  'chex.assert_tree_all_finite chex.assert_is_broadcastable chex.assert_axis_dimension chex.assert_equal chex.assert_equal_shape_suffix ' +
  'chex.assert_size chex.assert_equal_size chex.assert_trees_all_equal_shapes chex.assert_not_both_none chex.assert_exactly_one_is_none jax.debug.print ' +
  'optax._src.utils.check_subdtype optax._src.utils.check_shapes_equal optax._src.utils.check_rank';

/** Functions of `jax` itself, and the checks of `chex`, which never change a value. */
export const JAX_TRANSFORMS: Spellings = {
  ...renamed('jax.jit=lift:transparent jax.checkpoint=lift:transparent jax.named_call=lift:transparent', 'f, **kwargs'),
  ...renamed(
    'jax.tree_map=lift:tree_map jax.tree.map=lift:tree_map jax.tree_util.tree_map=lift:tree_map jax.tree_multimap=lift:tree_map',
    'f, *trees, is_leaf=None',
  ),
  ...renamed(
    'jax.tree_leaves=lift:tree_leaves jax.tree.leaves=lift:tree_leaves jax.tree_util.tree_leaves=lift:tree_leaves',
    'tree, is_leaf=None',
  ),
  ...renamed(
    'jax.custom_vjp=lift:custom_vjp jax.custom_jvp=lift:custom_jvp jax.custom_derivatives.custom_vjp=lift:custom_vjp jax.custom_derivatives.custom_jvp=lift:custom_jvp',
    'fun, nondiff_argnums=(), nondiff_argnames=()',
    'fun=fun nondiff_argnums=nondiff_argnums',
  ),
  ...renamed(
    'jax.named_scope=lift:context jax.default_matmul_precision=lift:context jax.ensure_compile_time_eval=lift:context',
    '*args, **kwargs',
  ),
  ...derived('jax.grad'),
  ...derived('jax.value_and_grad', ' with_value:true'),
  ...derived('jax.jacfwd', ' result:"jacobian"'),
  ...derived('jax.jacrev', ' result:"jacobian"'),
  ...derived('jax.hessian', ' result:"hessian"'),
  'jax.custom_gradient': spell('lift:custom_gradient', 'fun', 'f=fun'),
  'haiku.get_parameter': { ...spell('lift:weight', 'name, shape, dtype=None, init=None'), ignored: ['name', 'dtype', 'init'] },
  'jax.vmap': spell('lift:vmap', 'fun, in_axes=0, out_axes=0', 'f=fun'),
  'jax.numpy.vectorize': spell('lift:vectorize', 'pyfunc, *, excluded=None, signature=None', 'f=pyfunc'),
  'jax.image.resize': spell('lift:unsupported', '*args'),
  'jax.random.normal': drawn('key, shape=(), dtype=None', 'distribution:"normal"'),
  'jax.random.uniform': drawn('key, shape=(), dtype=None, minval=0.0, maxval=1.0', 'distribution:"uniform" low=minval high=maxval'),
  'jax.random.randint': {
    ...spell('lift:random_integers', 'key, shape, minval, maxval, dtype=None', 'low=minval high=maxval size=shape'),
    ignored: ['key', 'dtype'],
  },
  'jax.random._order': drawn('n', 'shape=n distribution:"permutation"'),
  'jax.random.PRNGKey': spell('lift:as_is', 'seed', 'x=seed'),
  'jax.random.key': spell('lift:as_is', 'seed', 'x=seed'),
  'jax.random.fold_in': { ...spell('lift:as_is', 'key, data', 'x=key'), ignored: ['data'] },
  ...Object.fromEntries(CHECKS.split(' ').map((name) => [name, spell('lift:ignore', '*args, **kwargs')])),
};

/** A function that takes derivatives. */
function derived(name: string, mapping = ''): Spellings {
  const parameters = 'fun, argnums=0, has_aux=False, holomorphic=False, allow_int=False, reduce_axes=()';
  return { [name]: { ...spell('lift:gradient', parameters, `f=fun${mapping}`), ignored: ['holomorphic', 'allow_int', 'reduce_axes'] } };
}

/** Numbers drawn with a key, which decides nothing that is asked here. */
function drawn(parameters: string, mapping: string): Spellings[string] {
  return { ...spell('lift:random', parameters, mapping), ignored: ['key'] };
}
