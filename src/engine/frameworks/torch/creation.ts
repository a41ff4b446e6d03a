import { renamed, spell, type Spellings } from '../spell';

const OPTIONS = 'out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False';

/** Functions of `torch` that make tensors, join them, or leave them as they are. */
export const TORCH_CREATION: Spellings = {
  ...renamed('zeros=lift:zeros ones=lift:ones empty=lift:empty', `*size, ${OPTIONS}`, 'shape=size'),
  full: spell('lift:full', `size, fill_value, *, ${OPTIONS}`, 'shape=size value=fill_value'),
  ...renamed('zeros_like=lift:zeros_like ones_like=lift:ones_like', `input, *, ${OPTIONS}, memory_format=None`, 'x=input'),
  full_like: spell('lift:full_like', `input, fill_value, *, ${OPTIONS}, memory_format=None`, 'x=input value=fill_value'),
  empty_like: spell('lift:zeros_like', `input, *, ${OPTIONS}, memory_format=None`, 'x=input'),
  eye: spell('lift:eye', `n, m=None, *, ${OPTIONS}`),
  arange: spell('lift:arange', `start=0, end=None, step=1, *, ${OPTIONS}`, 'stop=end'),
  linspace: spell('lift:linspace', `start, end, steps, *, ${OPTIONS}`, 'stop=end num=steps'),
  ...renamed('tensor=lift:rewrapped', `data, *, ${OPTIONS}`),
  ...renamed('as_tensor=lift:tensor asarray=lift:tensor', `data, dtype=None, device=None`),
  ...renamed('FloatTensor=lift:rewrapped Tensor=lift:rewrapped from_numpy=lift:tensor', 'data', 'dtype:"float32"'),
  ...renamed('LongTensor=lift:rewrapped IntTensor=lift:rewrapped', 'data', 'dtype:"int64"'),
  'autograd.grad': {
    ...spell(
      'lift:slopes',
      'outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, only_inputs=True, allow_unused=None, is_grads_batched=False, materialize_grads=False',
    ),
    ignored: ['grad_outputs', 'retain_graph', 'create_graph', 'only_inputs', 'allow_unused'],
  },
  'autograd.Variable': spell('lift:identity', 'data, requires_grad=False, volatile=False', 'x=data'),
  ...renamed('rand=lift:random', `*size, generator=None, ${OPTIONS}`, 'shape=size distribution:"uniform"'),
  ...renamed('randn=lift:random', `*size, generator=None, ${OPTIONS}`, 'shape=size distribution:"normal"'),
  ...renamed('randint=lift:random_integers', `low, high=None, size=None, generator=None, ${OPTIONS}`),
  ...renamed('randperm=lift:random', `n, generator=None, ${OPTIONS}`, 'shape=n distribution:"permutation"'),
  bernoulli: spell('lift:random_like', 'input, p=None, *, generator=None, out=None', 'x=input distribution:"bernoulli"'),
  rand_like: spell('lift:random_like', `input, *, ${OPTIONS}`, 'x=input distribution:"uniform"'),
  randn_like: spell('lift:random_like', `input, *, ${OPTIONS}`, 'x=input distribution:"normal"'),
  meshgrid: spell('lift:meshgrid', "*tensors, indexing='ij'"),
  broadcast_tensors: spell('lift:broadcast_tensors', '*tensors'),

  ...renamed('cat=lift:concatenate concat=lift:concatenate concatenate=lift:concatenate', 'tensors, dim=0, *, out=None', 'axis=dim'),
  stack: spell('lift:stack', 'tensors, dim=0, *, out=None', 'axis=dim'),
  ...renamed('hstack=lift:hstack vstack=lift:vstack', 'tensors, *, out=None'),
  where: spell('lift:where', 'condition, input=None, other=None, *, out=None', 'x=input y=other'),
  einsum: spell('lift:einsum', 'equation, *operands'),
  tensordot: spell('lift:tensordot', 'a, b, dims=2, out=None', 'x=a y=b axes=dims'),
  cdist: { ...spell('cdist', "x1, x2, p=2.0, compute_mode='use_mm_for_euclid_dist_if_necessary'", 'p=p'), ignored: ['compute_mode'] },
  cosine_similarity: spell('cosine_similarity', 'x1, x2, dim=1, eps=1e-8', 'axis=dim eps=eps'),
  isclose: spell('lift:isclose', 'input, other, rtol=1e-5, atol=1e-8, equal_nan=False', 'x=input y=other'),
  is_tensor: spell('lift:is_tensor', 'obj', 'x=obj'),
  finfo: spell('lift:finfo', 'type', 'dtype=type'),
  iinfo: spell('lift:iinfo', 'type', 'dtype=type'),
  ...renamed('no_grad=lift:no_grad enable_grad=lift:enable_grad', 'orig_func=None', 'f=orig_func'),
  ...renamed('autocast=lift:context backends.cudnn.flags=lift:context', '*args, **kwargs'),
  ...renamed('cuda.amp.autocast=lift:context amp.autocast=lift:context', '*args, **kwargs'),
  ...Object.fromEntries(
    'jit.script compile jit.unused jit.ignore jit.export compiler.disable'
      .split(' ')
      .map((name) => [name, { ...spell('lift:transparent', 'f=None, **kwargs'), ignored: ['kwargs'] }]),
  ),
  ...renamed('autograd.profiler.record_function=lift:context autograd.set_detect_anomaly=lift:context', '*args, **kwargs'),
  ...renamed('profiler.record_function=lift:context autograd.detect_anomaly=lift:context', '*args, **kwargs'),
  ...renamed('set_grad_enabled=lift:set_grad_enabled autograd.set_grad_enabled=lift:set_grad_enabled', 'mode'),
  ...renamed('inference_mode=lift:no_grad', '*args'),
  nanmean: spell('loss:nanmean', 'input, dim=None, keepdim=False, *, dtype=None, out=None', 'axes=dim keepdims=keepdim'),
  nansum: spell('loss:nansum', 'input, dim=None, keepdim=False, *, dtype=None, out=None', 'axes=dim keepdims=keepdim'),
  diff: spell('loss:diff', 'input, n=1, dim=-1, prepend=None, append=None, *, out=None', 'axis=dim'),
  vdot: spell('loss:vdot', 'input, other, *, out=None', 'x=input y=other'),
  ...renamed('manual_seed=lift:ignore _assert=lift:ignore', '*args'),
  ...renamed('vmap=lift:vmap func.vmap=lift:vmap', 'func, in_dims=0, out_dims=0', 'f=func in_axes=in_dims out_axes=out_dims'),
};

/** `torch.special`. */
export const TORCH_SPECIAL: Spellings = {
  ...renamed(
    'expit=sigmoid log1p=log1p expm1=expm1 erf=erf erfc=erfc entr=entr ndtr=ndtr log_ndtr=log_ndtr gammaln=lgamma digamma=digamma psi=digamma exp2=exp2',
    'input, *, out=None',
  ),
  logit: spell('logit', 'input, eps=None, *, out=None'),
  xlogy: spell('xlogy', 'input, other, *, out=None'),
  logsumexp: spell('logsumexp', 'input, dim, keepdim=False, *, out=None', 'axes=dim keepdims=keepdim'),
  ...renamed('softmax=lift:softmax log_softmax=lift:log_softmax', 'input, dim, *, dtype=None', 'x=input axis=dim'),
};

/** `torch.linalg`. */
export const TORCH_LINALG: Spellings = {
  vector_norm: spell('norm', 'x, ord=2, dim=None, keepdim=False, *, dtype=None, out=None', 'axes=dim keepdims=keepdim'),
  ...renamed('norm=lift:norm', 'A, ord=None, dim=None, keepdim=False, *, out=None, dtype=None', 'x=A axes=dim keepdims=keepdim'),
  ...renamed('det=det inv=inverse', 'A, *, out=None'),
  solve: spell('solve', 'A, B, *, left=True, out=None'),
  diagonal: spell('lift:diagonal', 'A, *, offset=0, dim1=-2, dim2=-1', 'x=A axis1=dim1 axis2=dim2'),
  matmul: spell('matmul', 'input, other, *, out=None'),
};
