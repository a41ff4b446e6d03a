// Written by `npm run generate` from the files of this folder.
import { abs } from './abs';
import { add } from './add';
import { all } from './all';
import { any } from './any';
import { argmax } from './argmax';
import { argmin } from './argmin';
import { broadcastTo } from './broadcast-to';
import { cast } from './cast';
import { cbrt } from './cbrt';
import { ceil } from './ceil';
import { clip } from './clip';
import { countNonzero } from './count-nonzero';
import { divide } from './divide';
import { einsum } from './einsum';
import { equal } from './equal';
import { exp } from './exp';
import { exp2 } from './exp2';
import { expm1 } from './expm1';
import { floorDivide } from './floor-divide';
import { floor } from './floor';
import { gather } from './gather';
import { greaterEqual } from './greater-equal';
import { greater } from './greater';
import { identity } from './identity';
import { isfinite } from './isfinite';
import { isinf } from './isinf';
import { isnan } from './isnan';
import { lessEqual } from './less-equal';
import { less } from './less';
import { logSigmoid } from './log-sigmoid';
import { logSoftmax } from './log-softmax';
import { log } from './log';
import { log10 } from './log10';
import { log1p } from './log1p';
import { log2 } from './log2';
import { logicalAnd } from './logical-and';
import { logicalNot } from './logical-not';
import { logicalOr } from './logical-or';
import { logsumexp } from './logsumexp';
import { matmul } from './matmul';
import { max } from './max';
import { maximum } from './maximum';
import { mean } from './mean';
import { min } from './min';
import { minimum } from './minimum';
import { mod } from './mod';
import { multiply } from './multiply';
import { negative } from './negative';
import { norm } from './norm';
import { notEqual } from './not-equal';
import { oneHot } from './one-hot';
import { power } from './power';
import { prod } from './prod';
import { reciprocal } from './reciprocal';
import { relu } from './relu';
import { reshape } from './reshape';
import { round } from './round';
import { rsqrt } from './rsqrt';
import { select } from './select';
import { sigmoid } from './sigmoid';
import { sign } from './sign';
import { softmax } from './softmax';
import { softplus } from './softplus';
import { sqrt } from './sqrt';
import { square } from './square';
import { std } from './std';
import { stopGradient } from './stop-gradient';
import { subtract } from './subtract';
import { sum } from './sum';
import { take } from './take';
import { tanh } from './tanh';
import { toBool } from './to-bool';
import { toFloat } from './to-float';
import { toInt } from './to-int';
import { transpose } from './transpose';
import { trunc } from './trunc';
import { varOp } from './var';
import { where } from './where';
import type { Op } from './op';

/** Every operation by its name. */
export const OPS: Readonly<Record<string, Op>> = {
  abs,
  add,
  all,
  any,
  argmax,
  argmin,
  broadcast_to: broadcastTo,
  cast,
  cbrt,
  ceil,
  clip,
  count_nonzero: countNonzero,
  divide,
  einsum,
  equal,
  exp,
  exp2,
  expm1,
  floor_divide: floorDivide,
  floor,
  gather,
  greater_equal: greaterEqual,
  greater,
  identity,
  isfinite,
  isinf,
  isnan,
  less_equal: lessEqual,
  less,
  log_sigmoid: logSigmoid,
  log_softmax: logSoftmax,
  log,
  log10,
  log1p,
  log2,
  logical_and: logicalAnd,
  logical_not: logicalNot,
  logical_or: logicalOr,
  logsumexp,
  matmul,
  max,
  maximum,
  mean,
  min,
  minimum,
  mod,
  multiply,
  negative,
  norm,
  not_equal: notEqual,
  one_hot: oneHot,
  power,
  prod,
  reciprocal,
  relu,
  reshape,
  round,
  rsqrt,
  select,
  sigmoid,
  sign,
  softmax,
  softplus,
  sqrt,
  square,
  std,
  stop_gradient: stopGradient,
  subtract,
  sum,
  take,
  tanh,
  to_bool: toBool,
  to_float: toFloat,
  to_int: toInt,
  transpose,
  trunc,
  var: varOp,
  where,
};
