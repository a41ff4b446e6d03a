import type { Column } from './curve';

/** The vertical window of curves: all of them, unless a pole would flatten the rest, which is then cut off. */
export function verticalWindow(columns: readonly Column[]): [low: number, high: number] {
  const values = columns.flatMap((column) => column.filter((value) => value !== null)).sort((a, b) => a - b);
  const at = (share: number): number => values[Math.round((values.length - 1) * share)] ?? 0;
  const [least, low, high, most] = [at(0), at(0.04), at(0.96), at(1)];
  const spread = high - low;
  const bottom = low - least > 3 * spread ? low - spread / 2 : least;
  const top = most - high > 3 * spread ? high + spread / 2 : most;
  const margin = (top - bottom) * 0.06 || Math.abs(top) * 0.1 || 1;
  return [bottom - margin, top + margin];
}
