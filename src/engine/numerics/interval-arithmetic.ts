import { between, type End, lowerEnd, productError, sumError, upperEnd } from './interval-rounding';
import { contains, EMPTY, flagged, hull, type Interval, intersect, interval, isEmpty, isPoint, point } from './interval-type';

/** x + y. */
export function add(x: Interval, y: Interval): Interval {
  if (isEmpty(x) || isEmpty(y)) return { ...EMPTY, nan: x.nan || y.nan };
  const clash = (reaches(x, Infinity) && reaches(y, -Infinity)) || (reaches(x, -Infinity) && reaches(y, Infinity));
  const low = sumEnd({ value: x.lo, open: x.loOpen }, { value: y.lo, open: y.loOpen }, lowerEnd, -Infinity);
  const high = sumEnd({ value: x.hi, open: x.hiOpen }, { value: y.hi, open: y.hiOpen }, upperEnd, Infinity);
  return between(low, high, x.nan || y.nan || clash);
}

function sumEnd(a: End, b: End, end: (value: number, error: number, open: boolean) => End, outward: number): End {
  const infinite = !Number.isFinite(a.value) || !Number.isFinite(b.value);
  if (!infinite) {
    const sum = a.value + b.value;
    return end(sum, sumError(a.value, b.value, sum), a.open || b.open);
  }
  const value = Number.isNaN(a.value + b.value) ? outward : a.value + b.value;
  return { value, open: (a.value !== value || a.open) && (b.value !== value || b.open) };
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

interface Corner {
  readonly low: End;
  readonly high: End;
}

/** x · y of unrelated x and y. */
export function multiply(x: Interval, y: Interval): Interval {
  if (isEmpty(x) || isEmpty(y)) return { ...EMPTY, nan: x.nan || y.nan };
  const corners = endsOf(x).flatMap((a) => endsOf(y).map((b) => productCorner(a, b)));
  return flagged(span(corners), x.nan || y.nan || zeroTimesInfinity(x, y) || zeroTimesInfinity(y, x));
}

function endsOf(i: Interval): readonly End[] {
  const low = { value: i.lo, open: i.loOpen };
  return isPoint(i) ? [low] : [low, { value: i.hi, open: i.hiOpen }];
}

/** A zero that is reached makes the product 0 whatever the other operand is. */
function productCorner(a: End, b: End): Corner {
  if (a.value === 0 || b.value === 0) {
    const open = !((a.value === 0 && !a.open) || (b.value === 0 && !b.open));
    return { low: { value: 0, open }, high: { value: 0, open } };
  }
  const product = a.value * b.value;
  const open = a.open || b.open;
  if (!Number.isFinite(a.value) || !Number.isFinite(b.value)) {
    const reached = (Number.isFinite(a.value) || !a.open) && (Number.isFinite(b.value) || !b.open);
    return { low: { value: product, open: !reached }, high: { value: product, open: !reached } };
  }
  const error = productError(a.value, b.value, product);
  return { low: lowerEnd(product, error, open), high: upperEnd(product, error, open) };
}

function span(corners: readonly Corner[]): Interval {
  return corners.map(({ low, high }) => between(low, high, false)).reduce(outer);
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
  const corners = endsOf(x).flatMap((a) => endsOf(y).map((b) => quotientCorner(a, b)));
  const undefinedAtZero = y.lo === 0 && !y.loOpen && contains(x, 0);
  const undefinedAtInfinity = reaches(y, Infinity) && (reaches(x, Infinity) || reaches(x, -Infinity));
  return flagged(span(corners), nan || undefinedAtZero || undefinedAtInfinity);
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
function quotientCorner(a: End, b: End): Corner {
  if (a.value === 0) return { low: { value: 0, open: a.open }, high: { value: 0, open: a.open } };
  if (b.value === 0) return both({ value: a.value > 0 ? Infinity : -Infinity, open: b.open });
  if (b.value === Infinity) {
    const value = Number.isFinite(a.value) ? 0 : a.value;
    return both({ value, open: b.open || (!Number.isFinite(a.value) && a.open) });
  }
  if (!Number.isFinite(a.value)) return both(a);
  const quotient = a.value / b.value;
  const error = quotientError(a.value, b.value, quotient);
  const open = a.open || b.open;
  return { low: lowerEnd(quotient, error, open), high: upperEnd(quotient, error, open) };
}

function both(end: End): Corner {
  return { low: end, high: end };
}

/** Sign of `a / b - q` for b > 0. */
function quotientError(a: number, b: number, q: number): number {
  const product = q * b;
  if (!Number.isFinite(q) || !Number.isFinite(product)) return NaN;
  return a - product - productError(q, b, product);
}
