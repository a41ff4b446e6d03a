import * as Q from '../../numerics/rational';
import type { Algebra, Term } from './term';

type Slope = (algebra: Algebra, u: Term, term: Term) => Term;

const HALF_BELOW = Q.rational(-1, 2);

/** f′(u) of a term f(u) with one argument; 0 for steps, which are flat between their jumps. */
export function outerSlope(algebra: Algebra, term: Term): Term {
  const slope = SLOPES[term.op];
  return slope ? slope(algebra, term.args[0] as Term, term) : algebra.number(0);
}

/** 1 + factor · u². */
function quadratic(algebra: Algebra, u: Term, factor: 1 | -1): Term {
  return algebra.sum(Q.ONE, [{ weight: Q.rational(factor), term: algebra.power(u, 2) }]);
}

/** factor / √π · e^(-u²). */
function gaussian(algebra: Algebra, u: Term, factor: number): Term {
  const scale = algebra.scale(Q.rational(factor), algebra.power(algebra.pi, HALF_BELOW));
  return algebra.multiply(scale, algebra.apply('exp', algebra.negative(algebra.power(u, 2))));
}

/** (1/n) |u|^(1/n - 1). */
function rootSlope(algebra: Algebra, u: Term, order: Q.Rational): Term {
  const exponent = Q.divide(Q.ONE, order);
  return algebra.scale(exponent, algebra.power(algebra.apply('abs', u), Q.subtract(exponent, Q.ONE)));
}

/** 0 · 0⁻¹, from which nothing follows. */
function undefinedTerm(algebra: Algebra): Term {
  return algebra.multiply(algebra.number(0), algebra.power(algebra.number(0), -1));
}

const SLOPES: Readonly<Partial<Record<Term['op'], Slope>>> = {
  exp: (_, _u, term) => term,
  log: (a, u) => a.power(u, -1),
  softplus: (a, u) => a.apply('sigmoid', u),
  sigmoid: (a, u, term) => a.multiply(term, a.apply('sigmoid', a.negative(u))),
  tanh: (a, _u, term) => quadratic(a, term, -1),
  sinh: (a, u) => a.apply('cosh', u),
  cosh: (a, u) => a.apply('sinh', u),
  sin: (a, u) => a.apply('cos', u),
  cos: (a, u) => a.negative(a.apply('sin', u)),
  tan: (a, _u, term) => quadratic(a, term, 1),
  asin: (a, u) => a.power(quadratic(a, u, -1), HALF_BELOW),
  acos: (a, u) => a.negative(a.power(quadratic(a, u, -1), HALF_BELOW)),
  atan: (a, u) => a.power(quadratic(a, u, 1), -1),
  asinh: (a, u) => a.power(quadratic(a, u, 1), HALF_BELOW),
  erf: (a, u) => gaussian(a, u, 2),
  erfc: (a, u) => gaussian(a, u, -2),
  logerfc: (a, u, term) => a.multiply(gaussian(a, u, -2), a.apply('exp', a.negative(term))),
  lgamma: (a, u) => a.apply('digamma', u),
  digamma: (a, u) => a.apply('trigamma', u),
  trigamma: undefinedTerm,
  abs: (a, u) => a.where('<', u, a.number(-1), a.number(1)),
  oddroot: (a, u, term) => rootSlope(a, u, term.constant),
};
