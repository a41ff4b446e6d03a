import { compare, divide, gcd, type Rational, rational } from './rational';

/**
 * A polynomial with integer coefficients, lowest degree first, no leading zero; [] is 0. Scaling by a positive number
 * keeps roots and signs, so rational coefficients are cleared of denominators.
 */
export type Polynomial = readonly bigint[];

/** A rational point of the extended line. */
export type ExtendedPoint = Rational | 'lowest' | 'highest';

/** Drops leading zeros. */
function trim(p: readonly bigint[]): Polynomial {
  let length = p.length;
  while (length > 0 && p[length - 1] === 0n) length -= 1;
  return p.slice(0, length);
}

/** p + q. */
export function add(p: Polynomial, q: Polynomial): Polynomial {
  const length = Math.max(p.length, q.length);
  return trim(Array.from({ length }, (_, i) => (p[i] ?? 0n) + (q[i] ?? 0n)));
}

/** -p. */
function negative(p: Polynomial): Polynomial {
  return p.map((c) => -c);
}

/** p · q. */
export function multiply(p: Polynomial, q: Polynomial): Polynomial {
  if (p.length === 0 || q.length === 0) return [];
  const product = Array<bigint>(p.length + q.length - 1).fill(0n);
  p.forEach((a, i) => q.forEach((b, j) => (product[i + j] = (product[i + j] ?? 0n) + a * b)));
  return trim(product);
}

/** p multiplied by an integer. */
export function scale(p: Polynomial, factor: bigint): Polynomial {
  return factor === 0n ? [] : p.map((c) => c * factor);
}

/** p′. */
function derivative(p: Polynomial): Polynomial {
  return trim(p.slice(1).map((c, i) => c * BigInt(i + 1)));
}

/** p divided by the greatest common divisor of its coefficients; signs are kept. */
function primitive(p: Polynomial): Polynomial {
  const content = p.reduce((divisor, c) => gcd(divisor, c), 0n);
  return content > 1n ? p.map((c) => c / content) : p;
}

/** A positive multiple of the remainder of a / b. */
function remainder(a: Polynomial, b: Polynomial): Polynomial {
  const lead = b[b.length - 1] as bigint;
  const size = lead < 0n ? -lead : lead;
  const unit = lead < 0n ? -1n : 1n;
  let rest: Polynomial = a;
  while (rest.length >= b.length) {
    const top = (rest[rest.length - 1] as bigint) * unit;
    const shift = rest.length - b.length;
    rest = trim(rest.map((c, i) => c * size - (i >= shift ? top * (b[i - shift] as bigint) : 0n)));
  }
  return rest;
}

/** Greatest common divisor up to a constant factor. */
export function greatestCommonDivisor(p: Polynomial, q: Polynomial): Polynomial {
  let [a, b] = [primitive(p), primitive(q)];
  while (b.length > 0) [a, b] = [b, primitive(remainder(a, b))];
  return a;
}

/** The quotient of an exact division over the rationals, up to a positive factor. */
export function quotient(a: Polynomial, b: Polynomial): Polynomial {
  const lead = b[b.length - 1] as bigint;
  const size = lead < 0n ? -lead : lead;
  const unit = lead < 0n ? -1n : 1n;
  let rest: Polynomial = a;
  let result: Polynomial = [];
  while (rest.length >= b.length) {
    const top = (rest[rest.length - 1] as bigint) * unit;
    const shift = rest.length - b.length;
    result = add(scale(result, size), [...Array<bigint>(shift).fill(0n), top]);
    rest = trim(rest.map((c, i) => c * size - (i >= shift ? top * (b[i - shift] as bigint) : 0n)));
  }
  return primitive(result);
}

/** Sign of p at a point, or of its limit at an end of the line. */
export function signAt(p: Polynomial, x: ExtendedPoint): -1 | 0 | 1 {
  if (p.length === 0) return 0;
  const lead = signOf(p[p.length - 1] as bigint);
  if (x === 'highest') return lead;
  if (x === 'lowest') return p.length % 2 === 0 ? negated(lead) : lead;
  let value = 0n;
  let denominator = 1n;
  for (let i = p.length - 1; i >= 0; i--) {
    value = value * x.numerator + (p[i] as bigint) * denominator;
    denominator *= x.denominator;
  }
  return signOf(value);
}

function signOf(n: bigint): -1 | 0 | 1 {
  return n > 0n ? 1 : n < 0n ? -1 : 0;
}

function negated(sign: -1 | 0 | 1): -1 | 0 | 1 {
  return sign === 1 ? -1 : sign === -1 ? 1 : 0;
}

/** Factors by multiplicity (Yun): the product of `factor ** multiplicity` is p up to a constant. */
export function squareFreeFactors(p: Polynomial): readonly { readonly factor: Polynomial; readonly multiplicity: number }[] {
  const factors: { factor: Polynomial; multiplicity: number }[] = [];
  let common = greatestCommonDivisor(p, derivative(p));
  let rest = quotient(p, common);
  for (let multiplicity = 1; rest.length > 1; multiplicity++) {
    const next = greatestCommonDivisor(rest, common);
    const factor = quotient(rest, next);
    if (factor.length > 1) factors.push({ factor, multiplicity });
    rest = next;
    common = quotient(common, next);
  }
  return factors;
}

/** Sturm's sequence of a square-free polynomial. */
function sturmSequence(p: Polynomial): readonly Polynomial[] {
  const sequence: Polynomial[] = [p, derivative(p)];
  for (;;) {
    const [previous, last] = [sequence[sequence.length - 2] as Polynomial, sequence[sequence.length - 1] as Polynomial];
    if (last.length === 0) return sequence.slice(0, -1);
    if (last.length === 1) return sequence;
    sequence.push(negative(primitive(remainder(previous, last))));
  }
}

/** Number of distinct roots of a Sturm sequence's polynomial in the open interval (a, b). */
function countRoots(sequence: readonly Polynomial[], a: ExtendedPoint, b: ExtendedPoint): number {
  const atEnd = b !== 'highest' && signAt(sequence[0] ?? [], b) === 0 ? 1 : 0;
  return variations(sequence, a) - variations(sequence, b) - atEnd;
}

function variations(sequence: readonly Polynomial[], x: ExtendedPoint): number {
  let changes = 0;
  let last = 0;
  for (const p of sequence) {
    const sign = signAt(p, x);
    if (sign !== 0 && last !== 0 && sign !== last) changes += 1;
    if (sign !== 0) last = sign;
  }
  return changes;
}

/** A number strictly between two points. */
function middleOf(a: ExtendedPoint, b: ExtendedPoint): Rational {
  if (a === 'lowest') return b === 'lowest' || b === 'highest' ? rational(0) : below(b);
  if (b === 'highest') return a === 'highest' ? rational(0) : above(a);
  if (a === 'highest' || b === 'lowest') return rational(0);
  return simplestBetween(a, b);
}

function below(b: Rational): Rational {
  return b.numerator > 0n ? rational(0) : rational(2n * b.numerator - b.denominator, b.denominator);
}

function above(a: Rational): Rational {
  return a.numerator < 0n ? rational(0) : rational(2n * a.numerator + a.denominator, a.denominator);
}

/** The arithmetic mean. */
function simplestBetween(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, 2n * a.denominator * b.denominator);
}

/** A root: known exactly when `low` and `high` agree, else alone in the open interval between them. */
export interface Root {
  readonly low: Rational;
  readonly high: Rational;
  readonly multiplicity: number;
}

const REFINEMENTS = 70;

/** All roots of p in the open interval (a, b) in increasing order, each isolated to about 60 bits. */
export function isolateRoots(p: Polynomial, a: ExtendedPoint, b: ExtendedPoint): readonly Root[] {
  const roots = squareFreeFactors(p).flatMap(({ factor, multiplicity }) =>
    isolate(factor, sturmSequence(factor), a, b).map((root) => ({ ...root, multiplicity })),
  );
  return roots.sort((x, y) => compare(x.low, y.low));
}

function isolate(p: Polynomial, sequence: readonly Polynomial[], a: ExtendedPoint, b: ExtendedPoint): { low: Rational; high: Rational }[] {
  const count = countRoots(sequence, a, b);
  if (count <= 0) return [];
  if (p.length === 2) return [linearRoot(p)];
  if (count === 1 && isRational(a) && isRational(b)) return [refine(p, a, b)];
  const middle = middleOf(a, b);
  const here = signAt(p, middle) === 0 ? [{ low: middle, high: middle }] : [];
  return [...isolate(p, sequence, a, middle), ...here, ...isolate(p, sequence, middle, b)];
}

function isRational(x: ExtendedPoint): x is Rational {
  return x !== 'lowest' && x !== 'highest';
}

function linearRoot(p: Polynomial): { low: Rational; high: Rational } {
  const root = divide(rational(-(p[0] ?? 0n)), rational(p[1] ?? 1n));
  return { low: root, high: root };
}

/** Bisection of the only root in (a, b); p may vanish at a or b too. */
function refine(p: Polynomial, a: Rational, b: Rational): { low: Rational; high: Rational } {
  let [low, high] = [a, b];
  const slope = derivative(p);
  const atLow = signAt(p, low) === 0 ? signAt(slope, low) : signAt(p, low);
  for (let i = 0; i < REFINEMENTS; i++) {
    const middle = middleOf(low, high);
    const sign = signAt(p, middle);
    if (sign === 0) return { low: middle, high: middle };
    if (sign === atLow) low = middle;
    else high = middle;
  }
  return rationalRoot(p, low, high) ?? { low, high };
}

/** A root with a small denominator, when the best approximation in the interval is one. */
function rationalRoot(p: Polynomial, low: Rational, high: Rational): { low: Rational; high: Rational } | null {
  const candidate = simplestRational(low, high);
  return signAt(p, candidate) === 0 ? { low: candidate, high: candidate } : null;
}

/** The fraction of smallest denominator in [low, high] (Stern–Brocot). */
export function simplestRational(low: Rational, high: Rational): Rational {
  if (low.numerator <= 0n && high.numerator >= 0n) return rational(0);
  if (high.numerator < 0n) {
    const mirrored = simplestRational(rational(-high.numerator, high.denominator), rational(-low.numerator, low.denominator));
    return rational(-mirrored.numerator, mirrored.denominator);
  }
  const whole = low.numerator / low.denominator;
  if (whole * low.denominator === low.numerator) return rational(whole);
  if ((whole + 1n) * high.denominator <= high.numerator) return rational(whole + 1n);
  const inner = simplestRational(
    rational(high.denominator, high.numerator - whole * high.denominator),
    rational(low.denominator, low.numerator - whole * low.denominator),
  );
  return rational(whole * inner.numerator + inner.denominator, inner.numerator);
}

/** Sign of p over the open interval (a, b), or the roots at which it changes. Zeros of even order do not change it. */
export function signOn(
  p: Polynomial,
  a: ExtendedPoint,
  b: ExtendedPoint,
): { readonly sign: -1 | 0 | 1 } | { readonly changes: readonly Root[] } {
  if (p.length === 0) return { sign: 0 };
  const odd = squareFreeFactors(p).filter(({ multiplicity }) => multiplicity % 2 === 1);
  const product = odd.reduce<Polynomial>((all, { factor }) => multiply(all, factor), [1n]);
  const changes = product.length > 1 ? isolate(product, sturmSequence(product), a, b) : [];
  if (changes.length > 0) return { changes: changes.map((root) => ({ ...root, multiplicity: 1 })).sort((x, y) => compare(x.low, y.low)) };
  return { sign: signBetween(p, a, b) };
}

/** Sign at a point of (a, b) that is no root. */
function signBetween(p: Polynomial, a: ExtendedPoint, b: ExtendedPoint): -1 | 0 | 1 {
  let x = middleOf(a, b);
  for (let i = 0; i <= p.length; i++) {
    const sign = signAt(p, x);
    if (sign !== 0) return sign;
    x = middleOf(a, x);
  }
  return 0;
}
