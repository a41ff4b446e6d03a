import * as Q from '../../../numerics/rational';
import type { Algebra, Term, Weighted } from '../term';
import { factorsOf, isNumber, partsOf } from '../term';
import type { Gathered } from './gather';

/** Powers of sums beyond this are never multiplied out. */
const HIGHEST_POWER = 6;
const MOST_PARTS = 40;

/** The sum with products of sums multiplied out, where that makes it shorter because terms cancel; else null. */
export function expandedSum(algebra: Algebra, { constant, parts }: Gathered): Gathered | null {
  if (!parts.some(({ term }) => hasSumFactor(term)) || parts.length > MOST_PARTS / 2) return null;
  const expanded = collect(
    constant,
    parts.map(({ weight, term }) => ({ weight, expansion: multipliedOut(algebra, term) })),
  );
  return expanded && lengthOf(expanded.parts) < lengthOf(parts) ? expanded : null;
}

function lengthOf(parts: readonly Weighted[]): number {
  return parts.reduce(
    (total, { term }) => total + factorsOf(term).reduce((t, f) => t + 1 + (f.term.op === 'sum' ? f.term.args.length : 0), 0),
    0,
  );
}

/** A term multiplied out as far as bounds allow. */
export function expand(algebra: Algebra, term: Term): Term {
  const { constant, parts } = partsOf(term);
  const expanded = collect(
    constant,
    parts.map((part) => ({ weight: part.weight, expansion: multipliedOut(algebra, part.term) })),
  );
  return expanded ? algebra.sum(expanded.constant, expanded.parts) : term;
}

function collect(constant: Q.Rational, list: readonly { weight: Q.Rational; expansion: Gathered | null }[]): Gathered | null {
  let total = constant;
  const weights = new Map<Term, Q.Rational>();
  for (const { weight, expansion } of list) {
    if (!expansion) return null;
    total = Q.add(total, Q.multiply(weight, expansion.constant));
    for (const part of expansion.parts) weights.set(part.term, Q.add(weights.get(part.term) ?? Q.ZERO, Q.multiply(weight, part.weight)));
  }
  const parts = [...weights].filter(([, weight]) => weight.numerator !== 0n).map(([term, weight]) => ({ weight, term }));
  return parts.length > MOST_PARTS ? null : { constant: total, parts };
}

function hasSumFactor(term: Term): boolean {
  return factorsOf(term).some(
    ({ weight, term: base }) => base.op === 'sum' && Q.isInteger(weight) && weight.numerator > 0n && term.op === 'product',
  );
}

function multipliedOut(algebra: Algebra, term: Term): Gathered | null {
  if (!hasSumFactor(term)) return asSum(term);
  let result: Gathered = { constant: Q.ONE, parts: [] };
  for (const { weight, term: base } of factorsOf(term)) {
    const whole = base.op === 'sum' && Q.isInteger(weight) && weight.numerator > 0n;
    if (whole && weight.numerator > BigInt(HIGHEST_POWER)) return null;
    const factor = whole ? asSum(base) : asSum(algebra.product([{ weight, term: base }]));
    for (let i = 0n; i < (whole ? weight.numerator : 1n); i++) {
      const next = timesEach(algebra, result, factor);
      if (!next) return null;
      result = next;
    }
  }
  return result;
}

function asSum(term: Term): Gathered {
  return isNumber(term) ? { constant: term.constant, parts: [] } : partsOf(term);
}

function timesEach(algebra: Algebra, a: Gathered, b: Gathered): Gathered | null {
  if ((a.parts.length + 1) * (b.parts.length + 1) > MOST_PARTS * 2) return null;
  const products: { weight: Q.Rational; expansion: Gathered }[] = [];
  const one = { constant: Q.ONE, parts: [] };
  for (const x of [{ weight: a.constant, term: null }, ...a.parts]) {
    for (const y of [{ weight: b.constant, term: null }, ...b.parts]) {
      const weight = Q.multiply(x.weight, y.weight);
      if (weight.numerator === 0n) continue;
      const factors = [x.term, y.term].filter((t) => t !== null);
      products.push({ weight, expansion: factors.length === 0 ? one : asSum(algebra.multiply(...factors)) });
    }
  }
  return collect(Q.ZERO, products);
}
