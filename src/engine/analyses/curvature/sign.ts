import type { Interval } from '../../numerics/interval';
import * as I from '../../numerics/interval';
import * as P from '../../numerics/polynomial';
import * as Q from '../../numerics/rational';
import type { Algebra, Term, Weighted } from '../scalar/term';
import { factorsOf, isNumber, partsOf } from '../scalar/term';
import { type Generator, rationalFunction } from '../scalar/rational-function';

/** What is known of a term's sign on an interval: constant in the weak sense, or the points where it changes. */
export type Sign =
  | { readonly kind: 'constant'; readonly sign: -1 | 0 | 1; readonly how: string }
  | { readonly kind: 'changes'; readonly at: readonly number[] };

/** The sign of a rational function over an open interval, exactly by Sturm sequences; null when the term is none. */
export function exactSign(term: Term, variable: string, domain: Interval): Sign | null {
  const rational = rationalFunction(term, variable);
  if (!rational) return null;
  const ends = generatorEnds(rational.generator, domain);
  if (!ends) return null;
  const bottom = P.signOn(rational.denominator, ...ends);
  if (!('sign' in bottom) || bottom.sign === 0) return null;
  const top = P.signOn(rational.numerator, ...ends);
  if ('sign' in top) return { kind: 'constant', sign: (top.sign * bottom.sign) as -1 | 0 | 1, how: 'exact sign by Sturm sequences' };
  return { kind: 'changes', at: top.changes.map((root) => backToVariable(rational.generator, Q.toNumber(root.low))) };
}

/** The interval of the generator that covers the domain of the variable. */
function generatorEnds(generator: Generator, domain: Interval): [P.ExtendedPoint, P.ExtendedPoint] | null {
  if (generator.kind === 'root' && generator.order === 1) return [extended(domain.lo), extended(domain.hi)];
  if (generator.kind === 'root') return rootEnds(generator.order, domain);
  const scaled = I.multiply(I.point(Q.toNumber(generator.rate)), domain);
  const image = I.exp(I.isEmpty(scaled) ? domain : scaled);
  return [binary(Math.max(0, image.lo)), binary(image.hi)];
}

/** Roots are of non-negative numbers, where the sign of x ^ (1/order) is that of x. */
function rootEnds(order: number, domain: Interval): [P.ExtendedPoint, P.ExtendedPoint] | null {
  if (domain.lo < 0) return null;
  const image = I.power(domain, I.divide(I.point(1), I.point(order)));
  return [binary(Math.max(0, image.lo)), binary(image.hi)];
}

function extended(x: number): P.ExtendedPoint {
  return x === Infinity ? 'highest' : x === -Infinity ? 'lowest' : Q.fromNumber(x);
}

function binary(x: number): P.ExtendedPoint {
  return x === Infinity ? 'highest' : Q.fromBinary(x);
}

function backToVariable(generator: Generator, t: number): number {
  return generator.kind === 'root' ? t ** generator.order : Math.log(t) / Q.toNumber(generator.rate);
}

/** A sum divided by positive factors that all its parts share, so that signs are easier to see. */
export function withoutPositiveFactors(algebra: Algebra, term: Term): Term {
  const { constant, parts } = partsOf(term);
  if (parts.length === 0) return term;
  if (parts.length === 1 && constant.numerator === 0n) return ofProduct(algebra, parts[0] as Weighted);
  if (constant.numerator !== 0n) return raiseDenominators(algebra, term);
  const shared = parts.map((p) => exponents(algebra, p.term)).reduce(lowest);
  if (shared.size === 0) return raiseDenominators(algebra, term);
  const divisor = algebra.product([...shared].map(([base, weight]) => ({ weight: Q.negative(weight), term: base })));
  return raiseDenominators(algebra, algebra.sum(Q.ZERO, parts.map((p) => ({ weight: p.weight, term: algebra.multiply(p.term, divisor) }))));
}

/** A product without its positive factors and even powers. */
function ofProduct(algebra: Algebra, { weight, term }: Weighted): Term {
  const rest = factorsOf(term).filter((f) => !I.isPositive(algebra.range(f.term)));
  return algebra.scale(Q.rational(Q.sign(weight)), algebra.product(rest));
}

/** Multiplies by positive bases that stand in denominators. */
function raiseDenominators(algebra: Algebra, term: Term): Term {
  const { constant, parts } = partsOf(term);
  const lowestPowers = parts.map((p) => exponents(algebra, p.term)).reduce((a, b) => merge(a, b, (x, y) => (Q.compare(x, y) < 0 ? x : y), Q.ZERO), new Map());
  const raise = [...lowestPowers].filter(([, weight]) => weight.numerator < 0n).map(([base, weight]) => ({ weight: Q.negative(weight), term: base }));
  if (raise.length === 0) return term;
  const factor = algebra.product(raise);
  return algebra.sum(Q.ZERO, [...parts.map((p) => ({ weight: p.weight, term: algebra.multiply(p.term, factor) })), { weight: constant, term: factor }]);
}

function exponents(algebra: Algebra, term: Term): Map<Term, Q.Rational> {
  const positive = factorsOf(term).filter((f) => I.isPositive(algebra.range(f.term)) && !isNumber(f.term));
  return new Map(positive.map((f) => [f.term, f.weight]));
}

function lowest(a: Map<Term, Q.Rational>, b: Map<Term, Q.Rational>): Map<Term, Q.Rational> {
  const shared = [...a].filter(([base]) => b.has(base));
  return new Map(shared.map(([base, weight]) => [base, Q.compare(weight, b.get(base) as Q.Rational) < 0 ? weight : (b.get(base) as Q.Rational)]));
}

function merge(a: Map<Term, Q.Rational>, b: Map<Term, Q.Rational>, join: (x: Q.Rational, y: Q.Rational) => Q.Rational, absent: Q.Rational): Map<Term, Q.Rational> {
  const bases = new Set([...a.keys(), ...b.keys()]);
  return new Map([...bases].map((base) => [base, join(a.get(base) ?? absent, b.get(base) ?? absent)]));
}
