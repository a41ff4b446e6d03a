/** A number of about 106 bits: the unevaluated sum `hi + lo`, where `hi` is the double nearest to it. */
export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
}

const SPLITTER = 2 ** 27 + 1;

/** The number of one double, or of two that do not overlap. */
export function dd(hi: number, lo = 0): DoubleDouble {
  return { hi, lo };
}

const ZERO = dd(0);
const ONE = dd(1);
const LN2 = dd(0.6931471805599453, 2.3190468138462996e-17);
const HALF_PI = dd(1.5707963267948966, 6.123233995736766e-17);
const THIRD_OF_HALF_PI = -1.4973849048591833e-33;

/** π. */
export const PI = dd(3.141592653589793, 1.2246467991473532e-16);

function fastTwoSum(a: number, b: number): DoubleDouble {
  const s = a + b;
  return Number.isFinite(s) ? { hi: s, lo: b - (s - a) } : { hi: s, lo: 0 };
}

function twoSum(a: number, b: number): DoubleDouble {
  const s = a + b;
  if (!Number.isFinite(s)) return { hi: s, lo: 0 };
  const t = s - a;
  return { hi: s, lo: a - (s - t) + (b - t) };
}

function twoProduct(a: number, b: number): DoubleDouble {
  const p = a * b;
  if (!Number.isFinite(p) || p === 0) return { hi: p, lo: 0 };
  if (Math.abs(a) > 2 ** 990 || Math.abs(b) > 2 ** 990) return { hi: p, lo: 0 };
  const ca = SPLITTER * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = SPLITTER * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  return { hi: p, lo: al * bl - (p - ah * bh - al * bh - ah * bl) };
}

/** x + y. */
export function add(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const s = twoSum(x.hi, y.hi);
  if (!Number.isFinite(s.hi)) return s;
  const t = twoSum(x.lo, y.lo);
  const u = fastTwoSum(s.hi, s.lo + t.hi);
  return fastTwoSum(u.hi, u.lo + t.lo);
}

/** -x. */
function negative(x: DoubleDouble): DoubleDouble {
  return { hi: -x.hi, lo: -x.lo };
}

/** x - y. */
function subtract(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  return add(x, negative(y));
}

/** x · y. */
export function multiply(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const p = twoProduct(x.hi, y.hi);
  if (!Number.isFinite(p.hi) || p.hi === 0) return p;
  return fastTwoSum(p.hi, p.lo + (x.hi * y.lo + x.lo * y.hi));
}

/** x / y. */
export function divide(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const q = x.hi / y.hi;
  if (!Number.isFinite(q) || !Number.isFinite(y.hi) || q === 0) return dd(q);
  const r = subtract(x, multiply(y, dd(q)));
  const q2 = r.hi / y.hi;
  const r2 = subtract(r, multiply(y, dd(q2)));
  return add(fastTwoSum(q, q2), dd(r2.hi / y.hi));
}

/** √x; NaN below 0. */
export function sqrt(x: DoubleDouble): DoubleDouble {
  const root = Math.sqrt(x.hi);
  if (!(root > 0) || !Number.isFinite(root)) return dd(root);
  const rest = subtract(x, multiply(dd(root), dd(root)));
  return fastTwoSum(root, rest.hi / (2 * root));
}

/** |x|. */
function abs(x: DoubleDouble): DoubleDouble {
  return x.hi < 0 || (x.hi === 0 && x.lo < 0) ? negative(x) : x;
}

/** Negative, 0 or positive as x is below, at or above y; NaN when either is. */
export function compare(x: DoubleDouble, y: DoubleDouble): number {
  return x.hi === y.hi ? x.lo - y.lo : x.hi - y.hi;
}

/** Nearest double. */
export function toNumber(x: DoubleDouble): number {
  return x.hi + x.lo;
}

/** x · 2ⁿ. */
function scaled(x: DoubleDouble, n: number): DoubleDouble {
  const half = Math.trunc(n / 2);
  return { hi: x.hi * 2 ** half * 2 ** (n - half), lo: x.lo * 2 ** half * 2 ** (n - half) };
}

/** Σ terms until they no longer count; `next(k)` is the ratio of term k to term k - 1. */
function series(first: DoubleDouble, next: (term: DoubleDouble, k: number) => DoubleDouble): DoubleDouble {
  let term = first;
  let sum = first;
  for (let k = 1; k < 60 && Math.abs(term.hi) > 1e-34 * Math.abs(sum.hi); k++) {
    term = next(term, k);
    sum = add(sum, term);
  }
  return sum;
}

/** eˣ - 1. */
export function expm1(x: DoubleDouble): DoubleDouble {
  if (!Number.isFinite(x.hi) || x.hi === 0) return dd(Math.expm1(x.hi));
  if (Math.abs(x.hi) > 0.35) return subtract(exp(x), ONE);
  const small = scaled(x, -4);
  let value = series(small, (term, k) => divide(multiply(term, small), dd(k + 1)));
  for (let i = 0; i < 4; i++) value = multiply(value, add(value, dd(2)));
  return value;
}

/** eˣ. */
export function exp(x: DoubleDouble): DoubleDouble {
  if (!(Math.abs(x.hi) < 745)) return dd(Math.exp(x.hi));
  const n = Math.round(x.hi / LN2.hi);
  const reduced = subtract(x, multiply(LN2, dd(n)));
  return scaled(add(expm1Small(reduced), ONE), n);
}

function expm1Small(x: DoubleDouble): DoubleDouble {
  return Math.abs(x.hi) <= 0.35 ? expm1(x) : ZERO;
}

/** ln x; -inf at 0, NaN below. */
export function log(x: DoubleDouble): DoubleDouble {
  const guess = Math.log(x.hi);
  if (!Number.isFinite(guess)) return dd(guess);
  // Nearer to 1 than where log1p calls back, so that no rounding can send a number to and fro.
  if (Math.abs(x.hi - 1) < 0.25) return log1p(subtract(x, ONE));
  const first = improveLog(x, dd(guess));
  return improveLog(x, first);
}

/** One Newton step for eʸ = x. */
function improveLog(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  return add(y, subtract(multiply(x, exp(negative(y))), ONE));
}

/** ln(1 + x), accurate for small x. */
export function log1p(x: DoubleDouble): DoubleDouble {
  if (!(Math.abs(x.hi) < 0.3)) return x.hi <= -1 ? dd(Math.log1p(x.hi)) : log(add(ONE, x));
  const ratio = divide(x, add(x, dd(2)));
  const squared = multiply(ratio, ratio);
  let power = ratio;
  let sum = ratio;
  for (let k = 3; k < 100 && Math.abs(power.hi) > 1e-34 * Math.abs(sum.hi); k += 2) {
    power = multiply(power, squared);
    sum = add(sum, divide(power, dd(k)));
  }
  return scaled(sum, 1);
}

/** Hyperbolic tangent. */
export function tanh(x: DoubleDouble): DoubleDouble {
  if (Math.abs(x.hi) > 40) return dd(Math.sign(x.hi));
  const e = expm1(scaled(x, 1));
  return divide(e, add(e, dd(2)));
}

/** Hyperbolic sine. */
export function sinh(x: DoubleDouble): DoubleDouble {
  if (x.hi < 0) return negative(sinh(negative(x)));
  if (x.hi > 300) return scaled(exp(x), -1);
  const e = expm1(x);
  return scaled(add(e, divide(e, add(e, ONE))), -1);
}

/** Hyperbolic cosine. */
export function cosh(x: DoubleDouble): DoubleDouble {
  const e = exp(abs(x));
  return scaled(add(e, divide(ONE, e)), -1);
}

/** Circular sine for |x| below 10⁸. */
export function sin(x: DoubleDouble): DoubleDouble {
  return turned(x, 0);
}

/** Circular cosine for |x| below 10⁸. */
export function cos(x: DoubleDouble): DoubleDouble {
  return turned(x, 1);
}

/** sin(x + quarter · π/2). */
function turned(x: DoubleDouble, quarter: number): DoubleDouble {
  if (!(Math.abs(x.hi) < 1e8)) return dd(NaN);
  const n = Math.round(x.hi / HALF_PI.hi);
  const rest = subtract(subtract(x, multiply(HALF_PI, dd(n))), dd(n * THIRD_OF_HALF_PI));
  const phase = (((n + quarter) % 4) + 4) % 4;
  const value = phase % 2 === 0 ? sinSmall(rest) : cosSmall(rest);
  return phase >= 2 ? negative(value) : value;
}

function sinSmall(x: DoubleDouble): DoubleDouble {
  const squared = negative(multiply(x, x));
  return series(x, (term, k) => divide(multiply(term, squared), dd(2 * k * (2 * k + 1))));
}

function cosSmall(x: DoubleDouble): DoubleDouble {
  const squared = negative(multiply(x, x));
  return series(ONE, (term, k) => divide(multiply(term, squared), dd(2 * k * (2 * k - 1))));
}

/** Inverse tangent, by two Newton steps on tan. */
export function atan(x: DoubleDouble): DoubleDouble {
  if (!Number.isFinite(x.hi)) return multiply(dd(Math.sign(x.hi)), HALF_PI);
  let angle = dd(Math.atan(x.hi));
  for (let i = 0; i < 2; i++) {
    const [s, c] = [sin(angle), cos(angle)];
    angle = add(angle, divide(subtract(multiply(x, c), s), add(c, multiply(x, s))));
  }
  return angle;
}

/** xʸ for x > 0; a negative base needs a whole y. */
export function power(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  if (y.lo === 0 && Number.isInteger(y.hi) && Math.abs(y.hi) <= 1024) return integerPower(x, y.hi);
  if (x.hi === 0 || !Number.isFinite(x.hi) || !Number.isFinite(y.hi)) return dd(x.hi ** y.hi);
  return exp(multiply(y, log(x)));
}

function integerPower(x: DoubleDouble, n: number): DoubleDouble {
  if (n < 0) return divide(ONE, integerPower(x, -n));
  let result = ONE;
  let base = x;
  for (let k = n; k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) result = multiply(result, base);
    base = multiply(base, base);
  }
  return result;
}

/** Error function, by its series below 6 and by its continued fraction above. */
export function erf(x: DoubleDouble): DoubleDouble {
  const size = abs(x);
  if (size.hi > 3) return multiply(dd(Math.sign(x.hi)), subtract(ONE, erfcLarge(size)));
  const squared = multiply(x, x);
  const terms = erfSeries(x, squared);
  return multiply(terms, multiply(divide(dd(2), sqrt(PI)), exp(negative(squared))));
}

/** Σ 2ⁿ x²ⁿ⁺¹ / (2n+1)!!: no cancellation. */
function erfSeries(x: DoubleDouble, squared: DoubleDouble): DoubleDouble {
  let term = x;
  let sum = x;
  for (let n = 1; n < 200 && Math.abs(term.hi) > 1e-34 * Math.abs(sum.hi); n++) {
    term = divide(multiply(term, scaled(squared, 1)), dd(2 * n + 1));
    sum = add(sum, term);
  }
  return sum;
}

/** Complementary error function. */
export function erfc(x: DoubleDouble): DoubleDouble {
  return x.hi > 3 ? erfcLarge(x) : subtract(ONE, erf(x));
}

function erfcLarge(x: DoubleDouble): DoubleDouble {
  let fraction = x;
  for (let k = 240; k > 0; k--) fraction = add(x, divide(dd(k / 2), fraction));
  const scale = exp(negative(multiply(x, x)));
  return divide(scale, multiply(sqrt(PI), fraction));
}
