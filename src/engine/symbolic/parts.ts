import type { Rational } from '../numerics/rational';
import * as rationals from '../numerics/rational';
import { ONE, add, negative, power } from './algebra';
import { isNegative } from './pattern';
import type { Term, TermOf } from './term';

/** A product as it is printed: sign, numbers above and below the line, factors above and below the line. */
export interface Fraction {
  readonly negative: boolean;
  readonly above: bigint;
  readonly below: bigint;
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[];
}

/** Sign, numerator and denominator of a term; a minus in front is used to turn a difference around. */
export function asFraction(term: Term): Fraction {
  const coefficient = term.kind === 'multiply' ? term.coefficient : term.kind === 'number' ? term.value : rationals.ONE;
  const factors = term.kind === 'multiply' ? term.factors : term.kind === 'number' ? [] : [term];
  const below = factors.filter(isReciprocal);
  const above = turned(
    coefficient,
    factors.filter((f) => !isReciprocal(f)),
  );
  const value = rationals.abs(coefficient);
  return {
    negative: above.negative,
    above: value.numerator,
    below: value.denominator,
    numerator: above.factors,
    denominator: [...below.filter((f) => f.base.kind === 'count'), ...below.filter((f) => f.base.kind !== 'count')].map((f) =>
      power(f.base, negative(f.exponent)),
    ),
  };
}

/** Addends in the order of printing: one without a minus leads where there is one. */
export function inPrintOrder(terms: readonly Term[]): readonly Term[] {
  const leader = terms.findIndex((t) => !asFraction(t).negative);
  if (leader <= 0) return terms;
  return [terms[leader] ?? ONE, ...terms.slice(0, leader), ...terms.slice(leader + 1)];
}

/** Denominators above this are no fractions that anyone wrote. */
const LONGEST = 1_000_000n;

/** A number as people write it: a decimal such as 0.1 or 1e-7; null for a fraction such as 1/2 or 1/3. */
export function decimal(value: Rational): string | null {
  const text = String(rationals.toNumber(value));
  const ends = rationals.equals(rationals.fromNumber(Number(text)), value);
  const isFraction = value.numerator === 1n && (value.denominator === 2n || value.denominator === 4n);
  return (ends && !isFraction) || value.denominator > LONGEST ? text : null;
}

function isReciprocal(factor: Term): factor is TermOf<'power'> {
  return factor.kind === 'power' && isNegative(factor.exponent) && factor.exponent.kind !== 'add';
}

/** -(a - b) is b - a, unless a is a number: -(1 - p) reads better than p - 1. */
function turned(coefficient: Rational, factors: readonly Term[]): { negative: boolean; factors: readonly Term[] } {
  if (rationals.sign(coefficient) >= 0) return { negative: false, factors };
  const at = factors.findIndex((f) => f.kind === 'add' && f.terms.some(isNegative) && f.terms[0]?.kind !== 'number');
  const difference = factors[at];
  return difference?.kind === 'add'
    ? { negative: false, factors: factors.with(at, add(...difference.terms.map(negative))) }
    : { negative: true, factors };
}
