import { abs, add, divide, multiply, negative, square } from './interval-arithmetic';
import { log, softplus, sqrt } from './interval-elementary';
import { between, down, type End, up } from './interval-rounding';
import { EMPTY, flagged, hull, type Interval, intersect, interval, isEmpty, isPoint, point } from './interval-type';

const LARGEST_EXACT_EXPONENT = 64;

/** xʸ over the reals: negative x only with an integer y. */
export function power(x: Interval, y: Interval): Interval {
  if (isEmpty(x) || isEmpty(y)) return { ...EMPTY, nan: x.nan || y.nan };
  if (isPoint(y) && Number.isInteger(y.lo)) return flagged(integerPower(x, y.lo), x.nan || y.nan);
  if (isPoint(y) && y.lo === 0.5) return flagged(sqrt(x), x.nan || y.nan || x.lo < 0);
  const base = intersect(x, interval(0, Infinity, false, false));
  const nan = x.nan || y.nan || x.lo < 0;
  if (isEmpty(base)) return { ...EMPTY, nan: true };
  const corners = corner(base).flatMap((a) => corner(y).map((b) => powerCorner(a, b)));
  return flagged(corners.reduce(hull), nan);
}

function corner(i: Interval): readonly End[] {
  const low = { value: i.lo, open: i.loOpen };
  return isPoint(i) ? [low] : [low, { value: i.hi, open: i.hiOpen }];
}

/** A bound that is not attained still bounds: ends are closed, which only enlarges. */
function powerCorner(a: End, b: End): Interval {
  const value = a.value ** b.value;
  if (Number.isNaN(value)) return interval(0, Infinity);
  // Every power of 0 is 0, or infinite, whether the end of the exponents counts or not.
  const open = a.value === 0 || a.value === Infinity ? a.open : a.open || b.open;
  if (value === 0 && Number.isFinite(b.value) && a.value > 0 && Number.isFinite(a.value)) return interval(0, up(0, 4), true);
  if (value === Infinity && Number.isFinite(a.value) && a.value > 0 && Number.isFinite(b.value))
    return interval(Number.MAX_VALUE, Infinity);
  if (value === 0 || value === Infinity) return flat(value, open);
  if (a.value === 1 || b.value === 0) return flat(1, false);
  return interval(Math.max(0, down(value, 4)), up(value, 4));
}

/** A single value that counts as an end even where it is not attained. */
function flat(value: number, open: boolean): Interval {
  if (!open) return point(value);
  return value === Infinity ? interval(Number.MAX_VALUE, Infinity) : interval(0, Number.MIN_VALUE, true);
}

/** xⁿ, exact where the products are. */
export function integerPower(x: Interval, n: number): Interval {
  if (n < 0) return divide(point(1), integerPower(x, -n));
  if (n === 0) return isEmpty(x) ? x : { ...point(1), nan: x.nan };
  if (n % 2 === 0) return n === 2 ? square(x) : monotonePower(abs(x), n);
  return monotonePower(x, n);
}

/** Image under x ↦ xⁿ where it increases: ends are powers of the ends. */
function monotonePower(x: Interval, n: number): Interval {
  if (isEmpty(x) || n === 1) return x;
  const low = endPower(x.lo, n);
  const high = endPower(x.hi, n);
  const lowEnd = { value: low.lo, open: x.loOpen || low.loOpen };
  return between(lowEnd, { value: high.hi, open: x.hiOpen || high.hiOpen }, x.nan);
}

function endPower(x: number, n: number): Interval {
  if (!Number.isFinite(x) || x === 0) return point(x ** n);
  if (n > LARGEST_EXACT_EXPONENT) return largePower(x, n);
  let result = point(1);
  for (let i = 0; i < n; i++) result = multiply(result, point(Math.abs(x)));
  return x < 0 && n % 2 !== 0 ? negative(result) : result;
}

function largePower(x: number, n: number): Interval {
  const size = Math.abs(x) ** n;
  const bounds = interval(Math.max(0, down(size, 4)), size === Infinity ? Infinity : up(size, 4));
  return x < 0 && n % 2 !== 0 ? negative(bounds) : bounds;
}

/** The larger of x and y. */
export function maximum(x: Interval, y: Interval): Interval {
  if (isEmpty(x) || isEmpty(y)) return { ...EMPTY, nan: x.nan || y.nan };
  return {
    lo: Math.max(x.lo, y.lo),
    hi: Math.max(x.hi, y.hi),
    loOpen: x.lo === y.lo ? x.loOpen || y.loOpen : x.lo > y.lo ? x.loOpen : y.loOpen,
    hiOpen: x.hi === y.hi ? x.hiOpen && y.hiOpen : x.hi > y.hi ? x.hiOpen : y.hiOpen,
    nan: x.nan || y.nan,
  };
}

/** The smaller of x and y. */
export function minimum(x: Interval, y: Interval): Interval {
  return negative(maximum(negative(x), negative(y)));
}

/** √(x² + y²). */
export function hypot(x: Interval, y: Interval): Interval {
  return sqrt(add(square(x), square(y)));
}

/** ln(eˣ + eʸ). */
export function logaddexp(x: Interval, y: Interval): Interval {
  if (isEmpty(x) || isEmpty(y)) return { ...EMPTY, nan: x.nan || y.nan };
  const low = logSum(x.lo, y.lo);
  const high = logSum(x.hi, y.hi);
  return {
    lo: low.lo,
    hi: high.hi,
    loOpen: x.loOpen || y.loOpen || low.loOpen,
    hiOpen: x.hiOpen || y.hiOpen || high.hiOpen,
    nan: x.nan || y.nan,
  };
}

function logSum(x: number, y: number): Interval {
  const larger = Math.max(x, y);
  const smaller = Math.min(x, y);
  if (!Number.isFinite(larger) || smaller === -Infinity) return point(larger);
  return add(point(larger), softplus(add(point(smaller), point(-larger))));
}

/** x ln y, which is 0 at x = 0 whatever y is. */
export function xlogy(x: Interval, y: Interval): Interval {
  const product = multiply(x, log(y));
  return x.lo <= 0 && x.hi >= 0 ? hull(flagged(product, x.nan || y.nan || y.lo < 0), point(0)) : product;
}

/** x - y ⌊x / y⌋, with the sign of y. */
export function mod(x: Interval, y: Interval): Interval {
  if (isEmpty(x) || isEmpty(y)) return { ...EMPTY, nan: x.nan || y.nan };
  const undefinedSomewhere = x.nan || y.nan || (y.lo <= 0 && y.hi >= 0) || x.lo === -Infinity || x.hi === Infinity;
  return interval(Math.min(0, y.lo), Math.max(0, y.hi), false, false, undefinedSomewhere);
}
