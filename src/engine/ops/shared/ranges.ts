import type { Interval } from '../../numerics/interval';

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
