import type { Curve } from './curve';

/** A stretch of the axis where training stands still: the gradient is exactly 0, or hardly anything although the loss is not low. */
export interface Zone {
  readonly kind: 'dead' | 'saturated';
  readonly low: number;
  readonly high: number;
}

const FEWEST = 4;
/** A gradient below this share of a steep one is hardly anything. */
const SLIGHT = 0.01;
/** A loss above this share of its range is not low. */
const HIGH = 0.1;

/** The slope that one point in twenty exceeds: the largest may belong to a pole. */
function steepOf(slopes: Curve['slopes']): number {
  const sizes = slopes.flatMap((slope) => (slope === null ? [] : [Math.abs(slope)])).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length * 0.95)] ?? 0;
}

/** The zones of a curve from left to right. */
export function zonesOf(xs: readonly number[], { values, slopes }: Curve): Zone[] {
  const finite = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  const steepest = steepOf(slopes);
  const kindAt = (i: number): Zone['kind'] | null => {
    const [value, slope] = [values[i] ?? null, slopes[i] ?? null];
    if (value === null || slope === null || steepest === 0) return null;
    if (slope === 0) return 'dead';
    return Math.abs(slope) < SLIGHT * steepest && value > least + HIGH * (most - least) ? 'saturated' : null;
  };
  const zones: Zone[] = [];
  for (let i = 0; i < xs.length; i++) {
    const kind = kindAt(i);
    const from = i;
    while (kind && i + 1 < xs.length && kindAt(i + 1) === kind) i++;
    if (kind && i - from + 1 >= FEWEST) zones.push({ kind, low: xs[from] ?? NaN, high: xs[i] ?? NaN });
  }
  return zones;
}
