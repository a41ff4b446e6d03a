import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import type { Algebra, Term, Weighted } from './term';
import { factorsOf, isNumber, partsOf } from './term';

/** A sum divided by positive factors that all its parts share, so that signs are easier to see. */
export function withoutPositiveFactors(algebra: Algebra, term: Term): Term {
  const { constant, parts } = partsOf(term);
  if (parts.length === 0) return term;
  if (parts.length === 1 && constant.numerator === 0n) return ofProduct(algebra, parts[0] as Weighted);
  if (constant.numerator !== 0n) return raiseDenominators(algebra, term);
  const shared = parts.map((p) => exponents(algebra, p.term)).reduce(lowest);
  if (shared.size === 0) return raiseDenominators(algebra, term);
  const divisor = algebra.product([...shared].map(([base, weight]) => ({ weight: Q.negative(weight), term: base })));
  return raiseDenominators(
    algebra,
    algebra.sum(
      Q.ZERO,
      parts.map((p) => ({ weight: p.weight, term: algebra.multiply(p.term, divisor) })),
    ),
  );
}

/** A product without its positive factors and even powers. */
function ofProduct(algebra: Algebra, { weight, term }: Weighted): Term {
  const rest = factorsOf(term).filter((f) => !I.isPositive(algebra.range(f.term)));
  return algebra.scale(Q.rational(Q.sign(weight)), algebra.product(rest));
}

/** Multiplies by positive bases that stand in denominators. */
function raiseDenominators(algebra: Algebra, term: Term): Term {
  const { constant, parts } = partsOf(term);
  const lowestPowers = parts
    .map((p) => exponents(algebra, p.term))
    .reduce((a, b) => merge(a, b, (x, y) => (Q.compare(x, y) < 0 ? x : y), Q.ZERO), new Map());
  const raise = [...lowestPowers]
    .filter(([, weight]) => weight.numerator < 0n)
    .map(([base, weight]) => ({ weight: Q.negative(weight), term: base }));
  if (raise.length === 0) return term;
  const factor = algebra.product(raise);
  return algebra.sum(Q.ZERO, [
    ...parts.map((p) => ({ weight: p.weight, term: algebra.multiply(p.term, factor) })),
    { weight: constant, term: factor },
  ]);
}

function exponents(algebra: Algebra, term: Term): Map<Term, Q.Rational> {
  const positive = factorsOf(term).filter((f) => I.isPositive(algebra.range(f.term)) && !isNumber(f.term));
  return new Map(positive.map((f) => [f.term, f.weight]));
}

function lowest(a: Map<Term, Q.Rational>, b: Map<Term, Q.Rational>): Map<Term, Q.Rational> {
  const shared = [...a].filter(([base]) => b.has(base));
  return new Map(
    shared.map(([base, weight]) => [base, Q.compare(weight, b.get(base) as Q.Rational) < 0 ? weight : (b.get(base) as Q.Rational)]),
  );
}

function merge(
  a: Map<Term, Q.Rational>,
  b: Map<Term, Q.Rational>,
  join: (x: Q.Rational, y: Q.Rational) => Q.Rational,
  absent: Q.Rational,
): Map<Term, Q.Rational> {
  const bases = new Set([...a.keys(), ...b.keys()]);
  return new Map([...bases].map((base) => [base, join(a.get(base) ?? absent, b.get(base) ?? absent)]));
}
