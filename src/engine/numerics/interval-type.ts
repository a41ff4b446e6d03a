/**
 * A set of extended real numbers between two ends. A closed infinite end means that the infinity itself is a value
 * (`log` at 0, an overflow); an open one that values grow without bound. Empty when `lo > hi`.
 */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
  readonly loOpen: boolean;
  readonly hiOpen: boolean;
  /** Whether some point of the operands has no value: outside the real domain, or `inf - inf`, `0 / 0`, `0 * inf`. */
  readonly nan: boolean;
}

/** The whole real line. */
export const ALL: Interval = { lo: -Infinity, hi: Infinity, loOpen: true, hiOpen: true, nan: false };

/** No value at all. */
export const EMPTY: Interval = { lo: Infinity, hi: -Infinity, loOpen: true, hiOpen: true, nan: false };

/** The interval of two ends, closed unless said to be open; infinite ends are open unless said to be closed. */
export function interval(lo: number, hi: number, loOpen = lo === -Infinity, hiOpen = hi === Infinity, nan = false): Interval {
  return { lo, hi, loOpen, hiOpen, nan };
}

/** The interval of one number; NaN gives no value and the `nan` flag. */
export function point(x: number): Interval {
  return Number.isNaN(x) ? { ...EMPTY, nan: true } : { lo: x, hi: x, loOpen: false, hiOpen: false, nan: false };
}

/** Whether the interval holds no number. */
export function isEmpty(i: Interval): boolean {
  return !(i.lo <= i.hi) || (i.lo === i.hi && (i.loOpen || i.hiOpen));
}

/** Whether the interval is one number. */
export function isPoint(i: Interval): boolean {
  return i.lo === i.hi && !i.loOpen && !i.hiOpen;
}

/** Whether a number is among the values. */
export function contains(i: Interval, x: number): boolean {
  return (i.loOpen ? x > i.lo : x >= i.lo) && (i.hiOpen ? x < i.hi : x <= i.hi);
}

/** Whether every value of `inner` is a value of `outer`; flags are not compared. */
export function includes(outer: Interval, inner: Interval): boolean {
  if (isEmpty(inner)) return true;
  const below = inner.lo > outer.lo || (inner.lo === outer.lo && (!outer.loOpen || inner.loOpen));
  const above = inner.hi < outer.hi || (inner.hi === outer.hi && (!outer.hiOpen || inner.hiOpen));
  return below && above;
}

/** Whether every value is > 0. */
export function isPositive(i: Interval): boolean {
  return i.lo > 0 || (i.lo === 0 && i.loOpen);
}

/** Whether every value is < 0. */
export function isNegative(i: Interval): boolean {
  return i.hi < 0 || (i.hi === 0 && i.hiOpen);
}

/** Whether every value is ≥ 0. */
export function isNonNegative(i: Interval): boolean {
  return i.lo >= 0;
}

/** Whether every value is ≤ 0. */
export function isNonPositive(i: Interval): boolean {
  return i.hi <= 0;
}

/** Whether every operand gave a finite real value. */
export function isDefined(i: Interval): boolean {
  return !i.nan && (i.lo > -Infinity || i.loOpen) && (i.hi < Infinity || i.hiOpen);
}

/** Smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  const nan = a.nan || b.nan;
  if (isEmpty(a)) return flagged(b, nan);
  if (isEmpty(b)) return flagged(a, nan);
  return {
    lo: Math.min(a.lo, b.lo),
    hi: Math.max(a.hi, b.hi),
    loOpen: a.lo === b.lo ? a.loOpen && b.loOpen : a.lo < b.lo ? a.loOpen : b.loOpen,
    hiOpen: a.hi === b.hi ? a.hiOpen && b.hiOpen : a.hi > b.hi ? a.hiOpen : b.hiOpen,
    nan,
  };
}

/** Values of both; empty when there are none. */
export function intersect(a: Interval, b: Interval): Interval {
  const both: Interval = {
    lo: Math.max(a.lo, b.lo),
    hi: Math.min(a.hi, b.hi),
    loOpen: a.lo === b.lo ? a.loOpen || b.loOpen : a.lo > b.lo ? a.loOpen : b.loOpen,
    hiOpen: a.hi === b.hi ? a.hiOpen || b.hiOpen : a.hi < b.hi ? a.hiOpen : b.hiOpen,
    nan: a.nan || b.nan,
  };
  return isEmpty(both) ? { ...EMPTY, nan: both.nan } : both;
}

/** The same interval with the `nan` flag as given. */
export function flagged(i: Interval, nan: boolean): Interval {
  return i.nan === nan ? i : { lo: i.lo, hi: i.hi, loOpen: i.loOpen, hiOpen: i.hiOpen, nan };
}

/** Length; infinite for an unbounded interval, 0 for a point, negative for an empty one. */
export function widthOf(i: Interval): number {
  return i.lo === i.hi ? 0 : i.hi - i.lo;
}
