import { EMPTY, type Interval, isEmpty } from './interval-type';
import type { Format } from './format';

const EPSILON = 2 ** -52;
const SPLITTER = 2 ** 27 + 1;

/** A number at least `ulps` units in the last place below `x`; an overflow above becomes the largest double. */
export function down(x: number, ulps = 1): number {
  if (x === Infinity) return Number.MAX_VALUE;
  return x - (Math.abs(x) * (ulps * EPSILON) + ulps * Number.MIN_VALUE);
}

/** A number at least `ulps` units in the last place above `x`; an overflow below becomes the lowest double. */
export function up(x: number, ulps = 1): number {
  return -down(-x, ulps);
}

/** Rounding error `(a + b) - s` of the double sum `s`; NaN when the sum overflows. */
export function sumError(a: number, b: number, s: number): number {
  const t = s - a;
  return a - (s - t) + (b - t);
}

/** Rounding error `a · b - p` of the double product `p`; NaN when it cannot be computed without a further error. */
export function productError(a: number, b: number, p: number): number {
  if (p === 0) return a === 0 || b === 0 ? 0 : NaN;
  const size = Math.abs(p);
  if (!(size > 2 ** -960 && size < 2 ** 1020) || Math.abs(a) > 2 ** 990 || Math.abs(b) > 2 ** 990) return NaN;
  const ca = SPLITTER * a;
  const ah = ca - (ca - a);
  const al = a - ah;
  const cb = SPLITTER * b;
  const bh = cb - (cb - b);
  const bl = b - bh;
  return al * bl - (p - ah * bh - al * bh - ah * bl);
}

/** An end of an interval: a bound, and whether the bound itself is excluded. */
export interface End {
  readonly value: number;
  readonly open: boolean;
}

/** Lower end of an exact value known as a double and the sign of `exact - value` (NaN: unknown). */
export function lowerEnd(value: number, error: number, open: boolean): End {
  if (error >= 0) return { value, open: open || error > 0 };
  return { value: down(value), open: true };
}

/** Upper end of an exact value known as a double and the sign of `exact - value` (NaN: unknown). */
export function upperEnd(value: number, error: number, open: boolean): End {
  if (error <= 0) return { value, open: open || error < 0 };
  return { value: up(value), open: true };
}

/** The interval between two ends. */
export function between(low: End, high: End, nan: boolean): Interval {
  return { lo: low.value, hi: high.value, loOpen: low.open, hiOpen: high.open, nan };
}

/**
 * Values that numbers of `i` can have after rounding to a format. The ends become closed: an open 0 is reached by
 * underflow, an unbounded end by overflow.
 */
export function roundInterval(i: Interval, format: Format): Interval {
  if (isEmpty(i)) return { ...EMPTY, nan: i.nan };
  return { lo: format.round(i.lo), hi: format.round(i.hi), loOpen: false, hiOpen: false, nan: i.nan };
}
