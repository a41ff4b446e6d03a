import * as Q from '../../numerics/rational';
import { COMPOSITES } from './composites';
import { truthOf, whereTrue } from './conditions';
import type { Algebra, Builder, FunctionName, Term } from './term';

const HALF = Q.rational(1, 2);

function named(name: FunctionName): Builder {
  return (algebra, [x]) => algebra.apply(name, x as Term);
}

function unary(build: (algebra: Algebra, x: Term) => Term): Builder {
  return (algebra, [x]) => build(algebra, x as Term);
}

function binary(build: (algebra: Algebra, x: Term, y: Term) => Term): Builder {
  return (algebra, [x, y]) => build(algebra, x as Term, y as Term);
}

/** x ^ y: rational exponents as powers, else e^(y ln x). */
function powerTerm(algebra: Algebra, x: Term, y: Term): Term {
  if (y.op === 'number') return algebra.power(x, y.constant);
  return algebra.apply('exp', algebra.multiply(y, algebra.apply('log', x)));
}

/** log to a base. */
function logarithm(algebra: Algebra, x: Term, base: number): Term {
  return algebra.divide(algebra.apply('log', x), algebra.apply('log', algebra.number(base)));
}

function finite(x: unknown): x is number {
  return typeof x === 'number' && Number.isFinite(x);
}

/**
 * -(y ln x + (1 - y) ln(1 - x)). The library bounds each logarithm at -100, which is a guard of its arithmetic and no part of the
 * function: it acts below e^-100 = 3.7e-44 only, where float32 has two numbers.
 */
function boundedCrossEntropy(algebra: Algebra, x: Term, y: Term): Term {
  const one = algebra.number(1);
  const logOf = (u: Term): Term => algebra.apply('log', u);
  const no = algebra.multiply(algebra.subtract(one, y), logOf(algebra.subtract(one, x)));
  return algebra.negative(algebra.add(algebra.multiply(y, logOf(x)), no));
}

const ARITHMETIC: Readonly<Record<string, Builder>> = {
  add: binary((a, x, y) => a.add(x, y)),
  subtract: binary((a, x, y) => a.subtract(x, y)),
  multiply: binary((a, x, y) => a.multiply(x, y)),
  divide: binary((a, x, y) => a.divide(x, y)),
  negative: unary((a, x) => a.negative(x)),
  power: binary(powerTerm),
  square: unary((a, x) => a.power(x, 2)),
  reciprocal: unary((a, x) => a.power(x, -1)),
  floor_divide: binary((a, x, y) => a.apply('floor', a.divide(x, y))),
  mod: binary((a, x, y) => a.subtract(x, a.multiply(y, a.apply('floor', a.divide(x, y))))),
  sqrt: unary((a, x) => a.power(x, HALF)),
  rsqrt: unary((a, x) => a.power(x, Q.negative(HALF))),
  cbrt: unary((a, x) => a.oddRoot(x, 3)),
  maximum: binary((a, x, y) => a.apply('max', x, y)),
  minimum: binary((a, x, y) => a.negative(a.apply('max', a.negative(x), a.negative(y)))),
  hypot: binary((a, x, y) => a.power(a.add(a.power(x, 2), a.power(y, 2)), HALF)),
  identity: unary((_, x) => x),
  stop_gradient: unary((_, x) => x),
  surrogate: unary((_, x) => x),
  bounded_cross_entropy: binary(boundedCrossEntropy),
  cast: unary((_, x) => x),
  to_float: unary((_, x) => x),
  lerp: (a, [x, y, z]) => a.add(x as Term, a.multiply(z as Term, a.subtract(y as Term, x as Term))),
};

const EXPONENTIAL: Readonly<Record<string, Builder>> = {
  exp: named('exp'),
  expm1: unary((a, x) => a.subtract(a.apply('exp', x), a.number(1))),
  exp2: unary((a, x) => powerTerm(a, a.number(2), x)),
  log: named('log'),
  log1p: unary((a, x) => a.apply('log', a.add(a.number(1), x))),
  log2: unary((a, x) => logarithm(a, x, 2)),
  log10: unary((a, x) => logarithm(a, x, 10)),
  sigmoid: named('sigmoid'),
  log_sigmoid: unary((a, x) => a.negative(a.apply('softplus', a.negative(x)))),
  softplus: (a, [x], { beta = 1 }) =>
    finite(beta) ? a.scale(Q.divide(Q.ONE, Q.fromNumber(beta)), a.apply('softplus', a.scale(Q.fromNumber(beta), x as Term))) : null,
  logaddexp: binary((a, x, y) => a.apply('logsumexp', x, y)),
  logit: (a, [x], { eps = null }) =>
    eps === null ? a.subtract(a.apply('log', x as Term), a.apply('log', a.subtract(a.number(1), x as Term))) : null,
  xlogy: binary((a, x, y) => a.multiply(x, a.apply('log', y))),
  entr: unary((a, x) => a.negative(a.multiply(x, a.apply('log', x)))),
  tanh: named('tanh'),
  sinh: named('sinh'),
  cosh: named('cosh'),
  asinh: named('asinh'),
  acosh: unary((a, x) => a.apply('log', a.add(x, a.power(a.subtract(a.power(x, 2), a.number(1)), HALF)))),
  atanh: unary((a, x) => a.scale(HALF, a.subtract(a.apply('log', a.add(a.number(1), x)), a.apply('log', a.subtract(a.number(1), x))))),
  sin: named('sin'),
  cos: named('cos'),
  tan: named('tan'),
  asin: named('asin'),
  acos: named('acos'),
  atan: named('atan'),
  erf: named('erf'),
  erfc: named('erfc'),
  lgamma: named('lgamma'),
  digamma: named('digamma'),
  ndtr: unary((a, x) => a.scale(HALF, normalTail(a, x))),
  log_ndtr: unary((a, x) => a.subtract(a.apply('log', normalTail(a, x)), a.apply('log', a.number(2)))),
};

/** erfc(-x / √2), twice the distribution function of the standard normal. */
function normalTail(algebra: Algebra, x: Term): Term {
  return algebra.apply('erfc', algebra.negative(algebra.divide(x, algebra.power(algebra.number(2), HALF))));
}

const STEPS: Readonly<Record<string, Builder>> = {
  abs: named('abs'),
  sign: named('sign'),
  floor: named('floor'),
  ceil: named('ceil'),
  round: named('round'),
  trunc: unary((a, x) => a.where('<', x, a.apply('ceil', x), a.apply('floor', x))),
  less: binary((a, x, y) => truthOf(a, '<', a.subtract(x, y))),
  less_equal: binary((a, x, y) => truthOf(a, '<=', a.subtract(x, y))),
  greater: binary((a, x, y) => truthOf(a, '<', a.subtract(y, x))),
  greater_equal: binary((a, x, y) => truthOf(a, '<=', a.subtract(y, x))),
  equal: binary((a, x, y) => truthOf(a, '=', a.subtract(x, y))),
  not_equal: binary((a, x, y) => a.subtract(a.number(1), truthOf(a, '=', a.subtract(x, y)))),
  logical_and: binary((a, x, y) => whereTrue(a, x, whereTrue(a, y, a.number(1), a.number(0)), a.number(0))),
  logical_or: binary((a, x, y) => whereTrue(a, x, a.number(1), whereTrue(a, y, a.number(1), a.number(0)))),
  logical_not: unary((a, x) => whereTrue(a, x, a.number(0), a.number(1))),
  to_bool: unary((a, x) => whereTrue(a, x, a.number(1), a.number(0))),
  to_int: unary((a, x) => a.where('<', x, a.apply('ceil', x), a.apply('floor', x))),
  isnan: unary((a) => a.number(0)),
  isinf: unary((a) => a.number(0)),
  isfinite: unary((a) => a.number(1)),
  where: (a, [c, x, y]) => whereTrue(a, c as Term, x as Term, y as Term),
  select: (a, [c, x, y]) => whereTrue(a, c as Term, x as Term, y as Term),
  nan_to_num: unary((_, x) => x),
  heaviside: binary((a, x, y) => a.where('<', x, a.number(0), a.where('=', x, y, a.number(1)))),
  divide_no_nan: binary((a, x, y) => a.where('=', y, a.number(0), a.divide(x, y))),
};

/** Builders by name of the op registry. */
export const ELEMENTWISE: Readonly<Record<string, Builder>> = { ...ARITHMETIC, ...EXPONENTIAL, ...STEPS, ...COMPOSITES };
