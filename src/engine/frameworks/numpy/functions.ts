import { arrayFunctions, ARRAY_METHODS } from '../array-api/array-api';
import { alike, renamed, spell, type Spellings } from '../spell';

/** `numpy`. */
export const NUMPY_FUNCTIONS: Spellings = {
  ...arrayFunctions(
    'x, out=None, *, where=True, dtype=None',
    'x1, x2, out=None, *, where=True, dtype=None',
    'dtype=None, out=None, keepdims=False, initial=None, where=True',
    "order='C', subok=True",
  ),
  ...alike('max min', 'a, axis=None, out=None, keepdims=False, initial=None, where=True', 'axes=axis'),
  ...renamed('amax=max amin=min', 'a, axis=None, out=None, keepdims=False, initial=None, where=True', 'axes=axis'),
  ...renamed(
    'maximum.reduce=max minimum.reduce=min add.reduce=sum multiply.reduce=prod logical_and.reduce=all logical_or.reduce=any',
    'array, axis=0, dtype=None, out=None, keepdims=False',
    'axes=axis',
  ),
  errstate: spell('lift:context', '**kwargs', 'args=kwargs'),
  seterr: spell('lift:ignore', '**kwargs', 'args=kwargs'),
  'linalg.cholesky': spell('cholesky', 'a'),
  'linalg.eigh': spell('lift:eigh', "a, UPLO='L'", 'x=a'),
  'linalg.eigvalsh': spell('eigenvalues', "a, UPLO='L'"),
  'logaddexp.accumulate': spell('logcumsumexp', 'array, axis=0'),
  clip: spell('lift:clamp', 'a, a_min=None, a_max=None, out=None', 'x=a low=a_min high=a_max'),
  array: spell('lift:rewrapped', 'object, dtype=None, *, copy=True', 'data=object'),
  ...renamed('asarray=lift:tensor ascontiguousarray=lift:tensor', 'a, dtype=None, order=None', 'data=a'),
};

/** Methods of arrays. */
export const NUMPY_METHODS: Spellings = {
  ...ARRAY_METHODS,
  fill: spell('lift:copy_into', 'self, value', 'x=self source=value single:true'),
};

/** `scipy.special`. */
export const SCIPY_SPECIAL: Spellings = {
  ...alike('erf erfc erfinv entr digamma log_ndtr ndtr logit', 'x, out=None'),
  ...renamed(
    'expit=sigmoid gammaln=lgamma loggamma=lgamma psi=digamma log_expit=log_sigmoid exp2=exp2 expm1=expm1 log1p=log1p cbrt=cbrt',
    'x, out=None',
  ),
  xlogy: spell('xlogy', 'x, y, out=None'),
  xlog1py: spell('loss:xlog1py', 'x, y, out=None'),
  betaln: spell('loss:betaln', 'a, b, out=None'),
  rel_entr: spell('loss:rel_entr', 'x, y, out=None'),
  kl_div: spell('loss:rel_entr', 'x, y, out=None', 'tail:true'),
  huber: spell('loss:scipy_huber', 'delta, r, out=None'),
  pseudo_huber: spell('loss:scipy_pseudo_huber', 'delta, r, out=None'),
  logsumexp: spell('lift:logsumexp_weighted', 'a, axis=None, b=None, keepdims=False, return_sign=False', 'x=a'),
  ...renamed('softmax=lift:softmax log_softmax=lift:log_softmax', 'x, axis=None', 'x=x axis=axis absent:"all"'),
};

/** Numbers drawn at random; what they are drawn with decides nothing that is asked here. */
export const NUMPY_RANDOM: Spellings = {
  randn: spell('lift:random', '*d', 'shape=d distribution:"normal"'),
  rand: spell('lift:random', '*d', 'shape=d distribution:"uniform"'),
  standard_normal: spell('lift:random', 'size=None', 'shape=size distribution:"normal"'),
  ...renamed('random=lift:random random_sample=lift:random', 'size=None', 'shape=size distribution:"uniform"'),
  normal: { ...spell('lift:random', 'loc=0.0, scale=1.0, size=None', 'shape=size distribution:"normal"'), ignored: ['loc', 'scale'] },
  uniform: { ...spell('lift:random', 'low=0.0, high=1.0, size=None', 'shape=size distribution:"uniform"'), ignored: ['low', 'high'] },
  seed: spell('lift:ignore', '*args'),
};
