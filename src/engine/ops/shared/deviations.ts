import type { Format } from '../../numerics/format';
import { divide, flagged, type Interval, interval, point } from '../../numerics/interval';
import type { Forward } from '../op';
import { sumOf } from './accumulator';
import { innerFormat, intermediate } from './intermediate';

/** Differences of the numbers from their mean. */
export function deviations(x: Float64Array, at: Pick<Forward, 'format' | 'conventions'>): Float64Array {
  const inner = intermediate(at);
  const mean = inner(sumOf(x, at) / x.length);
  return x.map((xi) => inner(xi - mean));
}

/** Sum of squared deviations divided by the count less `correction`; nan when nothing is left to divide by. */
export function varianceOf(x: Float64Array, correction: number, at: Pick<Forward, 'format' | 'conventions'>): number {
  const inner = intermediate(at);
  const total = sumOf(
    deviations(x, at).map((d) => inner(d * d)),
    at,
  );
  return total / Math.max(0, x.length - correction);
}

/**
 * Range of the variance: numbers in an interval deviate most when they lie at its two ends, half of them at each.
 * In a format, the mean is rounded.
 */
export function varianceRange(x: Interval, count: number, correction: number, format?: Format): Interval {
  const half = (x.hi - x.lo) / 2 + (format ? Math.max(Math.abs(x.lo), Math.abs(x.hi)) * count * innerFormat(format).epsilon : 0);
  const infinite = x.lo === -Infinity || x.hi === Infinity;
  const total = infinite
    ? interval(0, Infinity, false, (x.loOpen || x.lo > -Infinity) && (x.hiOpen || x.hi < Infinity))
    : interval(0, half * half * count * (1 + 1e-12));
  const spread = count === 1 ? point(0) : total;
  return flagged(divide(spread, point(Math.max(0, count - correction))), x.nan || count <= correction || (infinite && !total.hiOpen));
}
