// Written by `npm run generate` from the files of this folder.
import { abs } from './abs';
import { acos } from './acos';
import { acosh } from './acosh';
import { add } from './add';
import { all } from './all';
import { any } from './any';
import { argmax } from './argmax';
import { argmin } from './argmin';
import { argsort } from './argsort';
import { asin } from './asin';
import { asinh } from './asinh';
import { atan } from './atan';
import { atan2 } from './atan2';
import { atanh } from './atanh';
import { avgPool } from './avg-pool';
import { boundedCrossEntropy } from './bounded-cross-entropy';
import { broadcastTo } from './broadcast-to';
import { cast } from './cast';
import { cbrt } from './cbrt';
import { cdist } from './cdist';
import { ceil } from './ceil';
import { cholesky } from './cholesky';
import { clip } from './clip';
import { concatenate } from './concatenate';
import { conv2d } from './conv2d';
import { cos } from './cos';
import { cosh } from './cosh';
import { cosineSimilarity } from './cosine-similarity';
import { countNonzero } from './count-nonzero';
import { cumprod } from './cumprod';
import { cumsum } from './cumsum';
import { det } from './det';
import { dft } from './dft';
import { diag } from './diag';
import { diagonal } from './diagonal';
import { digamma } from './digamma';
import { divideNoNan } from './divide-no-nan';
import { divide } from './divide';
import { eigenvalues } from './eigenvalues';
import { einsum } from './einsum';
import { elu } from './elu';
import { entr } from './entr';
import { equal } from './equal';
import { erf } from './erf';
import { erfc } from './erfc';
import { erfinv } from './erfinv';
import { exp } from './exp';
import { exp2 } from './exp2';
import { expm1 } from './expm1';
import { flip } from './flip';
import { floorDivide } from './floor-divide';
import { floor } from './floor';
import { gather } from './gather';
import { gelu } from './gelu';
import { greaterEqual } from './greater-equal';
import { greater } from './greater';
import { hardsigmoid } from './hardsigmoid';
import { hardswish } from './hardswish';
import { hardtanh } from './hardtanh';
import { heaviside } from './heaviside';
import { hypot } from './hypot';
import { identity } from './identity';
import { indexUpdate } from './index-update';
import { interpolate } from './interpolate';
import { inverse } from './inverse';
import { isfinite } from './isfinite';
import { isinf } from './isinf';
import { isnan } from './isnan';
import { leakyRelu } from './leaky-relu';
import { lerp } from './lerp';
import { lessEqual } from './less-equal';
import { less } from './less';
import { lgamma } from './lgamma';
import { logNdtr } from './log-ndtr';
import { logSigmoid } from './log-sigmoid';
import { logSoftmax } from './log-softmax';
import { log } from './log';
import { log10 } from './log10';
import { log1p } from './log1p';
import { log2 } from './log2';
import { logaddexp } from './logaddexp';
import { logcumsumexp } from './logcumsumexp';
import { logdet } from './logdet';
import { logicalAnd } from './logical-and';
import { logicalNot } from './logical-not';
import { logicalOr } from './logical-or';
import { logit } from './logit';
import { logsumexp } from './logsumexp';
import { matmul } from './matmul';
import { maxPool } from './max-pool';
import { max } from './max';
import { maximum } from './maximum';
import { mean } from './mean';
import { min } from './min';
import { minimum } from './minimum';
import { mish } from './mish';
import { mod } from './mod';
import { multiply } from './multiply';
import { nanToNum } from './nan-to-num';
import { ndtr } from './ndtr';
import { negative } from './negative';
import { norm } from './norm';
import { normalize } from './normalize';
import { notEqual } from './not-equal';
import { oneHot } from './one-hot';
import { outer } from './outer';
import { pad } from './pad';
import { power } from './power';
import { prod } from './prod';
import { reciprocal } from './reciprocal';
import { relu } from './relu';
import { relu6 } from './relu6';
import { reshape } from './reshape';
import { roll } from './roll';
import { round } from './round';
import { rsqrt } from './rsqrt';
import { scatter } from './scatter';
import { select } from './select';
import { selu } from './selu';
import { sigmoid } from './sigmoid';
import { sign } from './sign';
import { silu } from './silu';
import { sin } from './sin';
import { singularValues } from './singular-values';
import { sinh } from './sinh';
import { slice } from './slice';
import { softmax } from './softmax';
import { softplus } from './softplus';
import { softsign } from './softsign';
import { solve } from './solve';
import { sort } from './sort';
import { sqrt } from './sqrt';
import { square } from './square';
import { stack } from './stack';
import { std } from './std';
import { stopGradient } from './stop-gradient';
import { subtract } from './subtract';
import { sum } from './sum';
import { surrogate } from './surrogate';
import { take } from './take';
import { tan } from './tan';
import { tanh } from './tanh';
import { tile } from './tile';
import { toBool } from './to-bool';
import { toFloat } from './to-float';
import { toInt } from './to-int';
import { topkValues } from './topk-values';
import { trace } from './trace';
import { transpose } from './transpose';
import { trigamma } from './trigamma';
import { tril } from './tril';
import { triu } from './triu';
import { trunc } from './trunc';
import { varOp } from './var';
import { where } from './where';
import { xlogy } from './xlogy';
import type { Op } from './op';

/** Every operation by its name. */
export const OPS: Readonly<Record<string, Op>> = {
  abs,
  acos,
  acosh,
  add,
  all,
  any,
  argmax,
  argmin,
  argsort,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  avg_pool: avgPool,
  bounded_cross_entropy: boundedCrossEntropy,
  broadcast_to: broadcastTo,
  cast,
  cbrt,
  cdist,
  ceil,
  cholesky,
  clip,
  concatenate,
  conv2d,
  cos,
  cosh,
  cosine_similarity: cosineSimilarity,
  count_nonzero: countNonzero,
  cumprod,
  cumsum,
  det,
  dft,
  diag,
  diagonal,
  digamma,
  divide_no_nan: divideNoNan,
  divide,
  eigenvalues,
  einsum,
  elu,
  entr,
  equal,
  erf,
  erfc,
  erfinv,
  exp,
  exp2,
  expm1,
  flip,
  floor_divide: floorDivide,
  floor,
  gather,
  gelu,
  greater_equal: greaterEqual,
  greater,
  hardsigmoid,
  hardswish,
  hardtanh,
  heaviside,
  hypot,
  identity,
  index_update: indexUpdate,
  interpolate,
  inverse,
  isfinite,
  isinf,
  isnan,
  leaky_relu: leakyRelu,
  lerp,
  less_equal: lessEqual,
  less,
  lgamma,
  log_ndtr: logNdtr,
  log_sigmoid: logSigmoid,
  log_softmax: logSoftmax,
  log,
  log10,
  log1p,
  log2,
  logaddexp,
  logcumsumexp,
  logdet,
  logical_and: logicalAnd,
  logical_not: logicalNot,
  logical_or: logicalOr,
  logit,
  logsumexp,
  matmul,
  max_pool: maxPool,
  max,
  maximum,
  mean,
  min,
  minimum,
  mish,
  mod,
  multiply,
  nan_to_num: nanToNum,
  ndtr,
  negative,
  norm,
  normalize,
  not_equal: notEqual,
  one_hot: oneHot,
  outer,
  pad,
  power,
  prod,
  reciprocal,
  relu,
  relu6,
  reshape,
  roll,
  round,
  rsqrt,
  scatter,
  select,
  selu,
  sigmoid,
  sign,
  silu,
  sin,
  singular_values: singularValues,
  sinh,
  slice,
  softmax,
  softplus,
  softsign,
  solve,
  sort,
  sqrt,
  square,
  stack,
  std,
  stop_gradient: stopGradient,
  subtract,
  sum,
  surrogate,
  take,
  tan,
  tanh,
  tile,
  to_bool: toBool,
  to_float: toFloat,
  to_int: toInt,
  topk_values: topkValues,
  trace,
  transpose,
  trigamma,
  tril,
  triu,
  trunc,
  var: varOp,
  where,
  xlogy,
};
