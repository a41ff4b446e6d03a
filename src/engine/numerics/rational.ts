/** An exact fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** 0. */
export const ZERO: Rational = { numerator: 0n, denominator: 1n };

/** 1. */
export const ONE: Rational = { numerator: 1n, denominator: 1n };

/** The fraction of two integers, reduced; throws RangeError for a zero denominator. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  return reduced(BigInt(numerator), BigInt(denominator));
}

function reduced(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 0n) throw new RangeError('zero denominator');
  if (denominator === 1n) return { numerator, denominator };
  const divisor = gcd(numerator, denominator);
  const unit = denominator < 0n ? -divisor : divisor;
  if (unit === 1n) return { numerator, denominator };
  return { numerator: numerator / unit, denominator: denominator / unit };
}

/** Greatest common divisor, never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y > SAFE) [x, y] = [y, x % y];
  return y === 0n ? x : BigInt(smallGcd(Number(y), Number(x % y)));
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function smallGcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** The number that the shortest decimal text of a double names (0.1 is 1/10); throws RangeError unless finite. */
export function fromNumber(x: number): Rational {
  if (!Number.isFinite(x)) throw new RangeError('not a finite number');
  if (Number.isSafeInteger(x)) return { numerator: BigInt(x), denominator: 1n };
  const [digits = '0', exponent = '0'] = String(x).split('e');
  const [whole = '0', fraction = ''] = digits.split('.');
  return scaledByTen(BigInt(whole + fraction), Number(exponent) - fraction.length);
}

function scaledByTen(digits: bigint, exponent: number): Rational {
  return exponent >= 0 ? { numerator: digits * 10n ** BigInt(exponent), denominator: 1n } : reduced(digits, 10n ** BigInt(-exponent));
}

/** The binary value of a finite double. */
export function fromBinary(x: number): Rational {
  if (!Number.isFinite(x)) throw new RangeError('not a finite number');
  let mantissa = x;
  let exponent = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent += 1;
  }
  return { numerator: BigInt(mantissa), denominator: 1n << BigInt(exponent) };
}

/** a + b. */
export function add(a: Rational, b: Rational): Rational {
  if (a.numerator === 0n) return b;
  if (b.numerator === 0n) return a;
  if (a.denominator === b.denominator) return reduced(a.numerator + b.numerator, a.denominator);
  return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a - b. */
export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negative(b));
}

/** -a. */
export function negative(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

/** a · b. */
export function multiply(a: Rational, b: Rational): Rational {
  if (isOne(a)) return b;
  if (isOne(b)) return a;
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Whether the number is 1. */
export function isOne({ numerator, denominator }: Rational): boolean {
  return numerator === 1n && denominator === 1n;
}

/** a / b; throws RangeError for b = 0. */
export function divide(a: Rational, b: Rational): Rational {
  if (isOne(b)) return a;
  return reduced(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** aⁿ for an integer n; throws RangeError for a negative power of 0. */
export function power(a: Rational, n: number): Rational {
  if (n < 0) return divide(ONE, power(a, -n));
  return { numerator: a.numerator ** BigInt(n), denominator: a.denominator ** BigInt(n) };
}

/** |a|. */
export function abs(a: Rational): Rational {
  return a.numerator < 0n ? negative(a) : a;
}

/** -1, 0 or 1. */
export function sign(a: Rational): -1 | 0 | 1 {
  return a.numerator > 0n ? 1 : a.numerator < 0n ? -1 : 0;
}

/** Negative, 0 or positive as a is below, at or above b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  return sign({ numerator: a.numerator * b.denominator - b.numerator * a.denominator, denominator: 1n });
}

/** Whether both are the same number. */
export function equals(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

/** Whether the number is whole. */
export function isInteger(a: Rational): boolean {
  return a.denominator === 1n;
}

/** Nearest double, ties to even. */
export function toNumber(a: Rational): number {
  const size = a.numerator < 0n ? -a.numerator : a.numerator;
  if (size <= SAFE && a.denominator <= SAFE) return Number(a.numerator) / Number(a.denominator);
  const shift = bitLength(size) - bitLength(a.denominator) - 64;
  const quotient = shift >= 0 ? size / (a.denominator << BigInt(shift)) : (size << BigInt(-shift)) / a.denominator;
  const value = scaled(Number(quotient | 1n), shift);
  return a.numerator < 0n ? -value : value;
}

function scaled(mantissa: number, exponent: number): number {
  return exponent < -1000 ? mantissa * 2 ** -1000 * 2 ** (exponent + 1000) : mantissa * 2 ** exponent;
}

/** Digits of a positive number in base 2. */
function bitLength(n: bigint): number {
  const text = n.toString(16);
  return 4 * (text.length - 1) + 32 - Math.clz32(Number.parseInt(text.charAt(0), 16));
}

/** The rational root a^(1/n) of a non-negative number, or null when it is irrational. */
export function exactRoot(a: Rational, n: number): Rational | null {
  if (a.numerator < 0n) return null;
  const numerator = integerRoot(a.numerator, n);
  const denominator = integerRoot(a.denominator, n);
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

function integerRoot(a: bigint, n: number): bigint | null {
  if (a < 2n) return a;
  const exponent = BigInt(n);
  let low = 1n;
  let high = 1n << BigInt(Math.ceil(bitLength(a) / n) + 1);
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** exponent <= a) low = middle;
    else high = middle;
  }
  return low ** exponent === a ? low : null;
}

/** The number as text: `3`, `-1/3`. */
export function print(a: Rational): string {
  return a.denominator === 1n ? String(a.numerator) : `${a.numerator}/${a.denominator}`;
}
