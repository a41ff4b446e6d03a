import type { Forward } from '../op';
import { sumOf } from './accumulator';
import { intermediate } from './intermediate';

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
