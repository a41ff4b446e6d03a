import { between, down, type End, lowerEnd, productError, sumError, up, upperEnd } from './interval-rounding';
import { contains, EMPTY, flagged, hull, type Interval, intersect, interval, isEmpty, isPoint, point } from './interval-type';

/** x + y. */
export function add(x: Interval, y: Interval): Interval {
  if (isEmpty(x) || isEmpty(y)) return { ...EMPTY, nan: x.nan || y.nan };
  if (isBounded(x) && isBounded(y)) return boundedSum(x, y);
  const clash = (reaches(x, Infinity) && reaches(y, -Infinity)) || (reaches(x, -Infinity) && reaches(y, Infinity));
  const low = lowSum(x.lo, x.loOpen, y.lo, y.loOpen);
  const high = highSum(x.hi, x.hiOpen, y.hi, y.hiOpen);
  return between(low, high, x.nan || y.nan || clash);
}

/** Sums and products of bounded intervals are what searches spend their time on: their ends are found without objects in between. */
function boundedSum(x: Interval, y: Interval): Interval {
  const low = x.lo + y.lo;
  const high = x.hi + y.hi;
  const below = sumError(x.lo, y.lo, low);
  const above = sumError(x.hi, y.hi, high);
  return {
    lo: below >= 0 ? low : down(low),
    hi: above <= 0 ? high : up(high),
    loOpen: x.loOpen || y.loOpen || below !== 0,
    hiOpen: x.hiOpen || y.hiOpen || above !== 0,
    nan: x.nan || y.nan,
  };
}

function isBounded({ lo, hi }: Interval): boolean {
  return isFinite(lo) && isFinite(hi);
}

function lowSum(a: number, aOpen: boolean, b: number, bOpen: boolean): End {
  const sum = a + b;
  if (isFinite(a) && isFinite(b)) return lowerEnd(sum, sumError(a, b, sum), aOpen || bOpen);
  return infiniteSum(a, aOpen, b, bOpen, Number.isNaN(sum) ? -Infinity : sum);
}

function highSum(a: number, aOpen: boolean, b: number, bOpen: boolean): End {
  const sum = a + b;
  if (isFinite(a) && isFinite(b)) return upperEnd(sum, sumError(a, b, sum), aOpen || bOpen);
  return infiniteSum(a, aOpen, b, bOpen, Number.isNaN(sum) ? Infinity : sum);
}

function infiniteSum(a: number, aOpen: boolean, b: number, bOpen: boolean, value: number): End {
  return { value, open: (a !== value || aOpen) && (b !== value || bOpen) };
}

function isFinite(x: number): boolean {
  return x - x === 0;
}

function reaches(i: Interval, end: number): boolean {
  return end > 0 ? i.hi === end && !i.hiOpen : i.lo === end && !i.loOpen;
}

/** -x. */
export function negative(x: Interval): Interval {
  return { lo: -x.hi, hi: -x.lo, loOpen: x.hiOpen, hiOpen: x.loOpen, nan: x.nan };
}

/** x - y of unrelated x and y. */
export function subtract(x: Interval, y: Interval): Interval {
  return add(x, negative(y));
}

/** x · y of unrelated x and y. */
export function multiply(x: Interval, y: Interval): Interval {
  if (isEmpty(x) || isEmpty(y)) return { ...EMPTY, nan: x.nan || y.nan };
  if (isBounded(x) && isBounded(y)) return boundedProduct(x, y);
  return flagged(overCorners(x, y, productCorner), x.nan || y.nan || zeroTimesInfinity(x, y) || zeroTimesInfinity(y, x));
}

/** The hull of the products of the ends; a zero that is reached makes a product 0. */
function boundedProduct(x: Interval, y: Interval): Interval {
  const [xEnds, yEnds] = [isPoint(x) ? 1 : 2, isPoint(y) ? 1 : 2];
  const hull = { lo: Infinity, hi: -Infinity, loOpen: true, hiOpen: true, nan: x.nan || y.nan };
  for (let i = 0; i < xEnds * yEnds; i++) {
    const a = i < yEnds ? x.lo : x.hi;
    const aOpen = i < yEnds ? x.loOpen : x.hiOpen;
    const b = i % yEnds === 0 ? y.lo : y.hi;
    const bOpen = i % yEnds === 0 ? y.loOpen : y.hiOpen;
    const isZero = a === 0 || b === 0;
    const product = isZero ? 0 : a * b;
    const error = isZero ? 0 : productError(a, b, product);
    const open = (isZero ? !((a === 0 && !aOpen) || (b === 0 && !bOpen)) : aOpen || bOpen) || error !== 0;
    stretch(hull, error >= 0 ? product : down(product), error <= 0 ? product : up(product), open);
  }
  return hull;
}

/** Like hull, but an excluded end still bounds. */
function stretch(hull: { -readonly [K in keyof Interval]: Interval[K] }, low: number, high: number, open: boolean): void {
  hull.loOpen = low < hull.lo ? open : hull.loOpen && (open || low > hull.lo);
  hull.hiOpen = high > hull.hi ? open : hull.hiOpen && (open || high < hull.hi);
  hull.lo = Math.min(hull.lo, low);
  hull.hi = Math.max(hull.hi, high);
}

/** The image of a rectangle under a function that has its extremes at the corners. */
function overCorners(x: Interval, y: Interval, at: (a: number, aOpen: boolean, b: number, bOpen: boolean) => Interval): Interval {
  const xWide = !isPoint(x);
  const yWide = !isPoint(y);
  let image = at(x.lo, x.loOpen, y.lo, y.loOpen);
  if (yWide) image = outer(image, at(x.lo, x.loOpen, y.hi, y.hiOpen));
  if (xWide) image = outer(image, at(x.hi, x.hiOpen, y.lo, y.loOpen));
  if (xWide && yWide) image = outer(image, at(x.hi, x.hiOpen, y.hi, y.hiOpen));
  return image;
}

/** A zero that is reached makes the product 0 whatever the other operand is. */
function productCorner(a: number, aOpen: boolean, b: number, bOpen: boolean): Interval {
  if (a === 0 || b === 0) return corner(0, !((a === 0 && !aOpen) || (b === 0 && !bOpen)));
  const product = a * b;
  if (!isFinite(a) || !isFinite(b)) return corner(product, (!isFinite(a) && aOpen) || (!isFinite(b) && bOpen));
  return rounded(product, productError(a, b, product), aOpen || bOpen);
}

/** A corner whose exact value is a double. */
function corner(value: number, open: boolean): Interval {
  return { lo: value, hi: value, loOpen: open, hiOpen: open, nan: false };
}

/** A corner known as a double and the sign of `exact - value` (NaN: unknown). */
function rounded(value: number, error: number, open: boolean): Interval {
  return between(lowerEnd(value, error, open), upperEnd(value, error, open), false);
}

/** Like hull, but an excluded corner still bounds. */
function outer(a: Interval, b: Interval): Interval {
  return {
    lo: Math.min(a.lo, b.lo),
    hi: Math.max(a.hi, b.hi),
    loOpen: a.lo === b.lo ? a.loOpen && b.loOpen : a.lo < b.lo ? a.loOpen : b.loOpen,
    hiOpen: a.hi === b.hi ? a.hiOpen && b.hiOpen : a.hi > b.hi ? a.hiOpen : b.hiOpen,
    nan: false,
  };
}

function zeroTimesInfinity(x: Interval, y: Interval): boolean {
  return contains(x, 0) && (reaches(y, Infinity) || reaches(y, -Infinity));
}

/** x². */
export function square(x: Interval): Interval {
  return flagged(intersect(multiply(abs(x), abs(x)), interval(0, Infinity, false, false)), x.nan);
}

/** |x|. */
export function abs(x: Interval): Interval {
  if (isEmpty(x) || x.lo >= 0) return x;
  if (x.hi <= 0) return negative(x);
  const mirrored = negative(x);
  const high = hull({ ...x, lo: 0, loOpen: false }, { ...mirrored, lo: 0, loOpen: false });
  return flagged(high, x.nan);
}

/** 1 / x; a 0 among the values gives an infinity on each side that x has. */
export function reciprocal(x: Interval): Interval {
  return divide(point(1), x);
}

/** x / y; division by a 0 that y reaches gives infinities, and the `nan` flag when x reaches 0 too. */
export function divide(x: Interval, y: Interval): Interval {
  if (isEmpty(x) || isEmpty(y)) return { ...EMPTY, nan: x.nan || y.nan };
  const nan = x.nan || y.nan;
  if (y.lo < 0 && y.hi > 0) {
    const left = divide(x, { ...y, hi: 0, hiOpen: false });
    return flagged(hull(left, divide(x, { ...y, lo: 0, loOpen: false })), nan || left.nan);
  }
  if (y.lo === 0 && y.hi === 0) return dividedByZero(x, nan);
  if (y.hi <= 0) return negative(divide(x, negative(y)));
  const undefinedAtZero = y.lo === 0 && !y.loOpen && contains(x, 0);
  const undefinedAtInfinity = reaches(y, Infinity) && (reaches(x, Infinity) || reaches(x, -Infinity));
  return flagged(overCorners(x, y, quotientCorner), nan || undefinedAtZero || undefinedAtInfinity);
}

function dividedByZero(x: Interval, nan: boolean): Interval {
  if (x.lo === 0 && x.hi === 0) return { ...EMPTY, nan: true };
  return {
    lo: x.lo < 0 ? -Infinity : Infinity,
    hi: x.hi > 0 ? Infinity : -Infinity,
    loOpen: false,
    hiOpen: false,
    nan: nan || contains(x, 0),
  };
}

/** `b` is an end of a divisor ≥ 0. */
function quotientCorner(a: number, aOpen: boolean, b: number, bOpen: boolean): Interval {
  if (a === 0) return corner(0, aOpen);
  if (b === 0) return corner(a > 0 ? Infinity : -Infinity, bOpen);
  if (b === Infinity) return isFinite(a) ? corner(0, bOpen) : corner(a, bOpen || aOpen);
  if (!isFinite(a)) return corner(a, aOpen);
  const quotient = a / b;
  return rounded(quotient, quotientError(a, b, quotient), aOpen || bOpen);
}

/** Sign of `a / b - q` for b > 0. */
function quotientError(a: number, b: number, q: number): number {
  const product = q * b;
  if (!Number.isFinite(q) || !Number.isFinite(product)) return NaN;
  return a - product - productError(q, b, product);
}
