import * as Q from '../../../numerics/rational';
import type { Algebra, Term, Weighted } from '../term';

/** Trial division stops here; what is left counts as one base. */
const LARGEST_TRIAL = 1000n;

/** Whole exponents beyond this are not multiplied out. */
const LARGEST_EXPONENT = 400n;

/** A rational to a rational power: exact, or a rational times primes to powers between 0 and 1. */
export function numberPower(algebra: Algebra, base: Q.Rational, exponent: Q.Rational): Term {
  if (base.numerator === 0n && exponent.numerator > 0n) return algebra.number(0);
  const large = exponent.numerator > LARGEST_EXPONENT || exponent.numerator < -LARGEST_EXPONENT;
  if (base.numerator === 0n || (base.numerator < 0n && !Q.isInteger(exponent)) || large) {
    return algebra.intern({ op: 'product', args: [algebra.number(base)], weights: [exponent] });
  }
  if (Q.isInteger(exponent)) return algebra.number(Q.power(base, Number(exponent.numerator)));
  const primes = [...primeFactors(base.numerator, 1), ...primeFactors(base.denominator, -1)];
  let coefficient = Q.ONE;
  const roots: Weighted[] = [];
  for (const { prime, times } of primes) {
    const total = Q.multiply(Q.rational(times), exponent);
    const whole = floorOf(total);
    coefficient = Q.multiply(coefficient, Q.power(Q.rational(prime), Number(whole)));
    const rest = Q.subtract(total, Q.rational(whole));
    if (rest.numerator !== 0n) roots.push({ weight: rest, term: algebra.number(Q.rational(prime)) });
  }
  return algebra.scale(coefficient, rootProduct(algebra, roots));
}

function rootProduct(algebra: Algebra, roots: readonly Weighted[]): Term {
  if (roots.length === 0) return algebra.number(1);
  const sorted = [...roots].sort((a, b) => a.term.id - b.term.id);
  return algebra.intern({ op: 'product', args: sorted.map((r) => r.term), weights: sorted.map((r) => r.weight) });
}

function floorOf(a: Q.Rational): bigint {
  const quotient = a.numerator / a.denominator;
  return a.numerator < 0n && quotient * a.denominator !== a.numerator ? quotient - 1n : quotient;
}

/** Prime factors with multiplicity; `sign` is 1 for a numerator and -1 for a denominator. */
export function primeFactors(n: bigint, sign: 1 | -1): readonly { readonly prime: bigint; readonly times: number }[] {
  const factors: { prime: bigint; times: number }[] = [];
  let rest = n;
  for (let prime = 2n; prime <= LARGEST_TRIAL && prime * prime <= rest; prime++) {
    let times = 0;
    for (; rest % prime === 0n; times++) rest /= prime;
    if (times > 0) factors.push({ prime, times: sign * times });
  }
  if (rest > 1n) factors.push({ prime: rest, times: sign });
  return factors;
}
