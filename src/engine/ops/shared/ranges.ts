import { divide, flagged, hull, type Interval, interval, multiply, point } from '../../numerics/interval';

/** Whether 0 itself is among the values. */
export function reachesZero(x: Interval): boolean {
  return reaches(x, 0);
}

/** Whether a number is among the values. */
export function reaches(x: Interval, value: number): boolean {
  return (x.loOpen ? x.lo < value : x.lo <= value) && (x.hiOpen ? x.hi > value : x.hi >= value);
}

/** Whether some value is so small that the square of its reciprocal overflows single precision, or is 0. */
export function nearsZero(x: Interval): boolean {
  const small = 2 ** -63;
  return x.lo < small && x.hi > -small;
}

/** Whether an infinity is among the values. */
export function reachesInfinity(x: Interval): boolean {
  return reaches(x, Infinity) || reaches(x, -Infinity);
}

/** x / y. A 0 at an end of y may have the sign of the other side, so that both infinities are possible there. */
export function quotient(x: Interval, y: Interval): Interval {
  const range = divide(x, y);
  const signless = (y.hi === 0 && !y.hiOpen) || (Object.is(y.lo, -0) && !y.loOpen);
  return signless ? hull(range, flagged(interval(-Infinity, Infinity, false, false), range.nan)) : range;
}

/** Sum of `count` unrelated numbers of one range. */
export function repeated(x: Interval, count: number): Interval {
  const clash = count > 1 && reaches(x, Infinity) && reaches(x, -Infinity);
  const sum = multiply(x, point(count));
  return flagged(sum, sum.nan || clash);
}
