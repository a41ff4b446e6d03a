import type { FormatName } from '../../src/engine/numerics/format';
import type { Probe } from './probe';

/** A column of a chart: null where there is no finite value. */
export type Column = readonly (number | null)[];

/** A loss along the axis in one format. */
export interface Curve {
  readonly format: FormatName;
  readonly values: Column;
  readonly slopes: Column;
}

/** Value and slope at each point. Throws Unreadable. */
export function curveOf(probe: Probe, xs: readonly number[], format: FormatName): Curve {
  const readings = xs.map((x) => probe.read(x));
  return { format, values: readings.map(({ value }) => finite(value)), slopes: readings.map(({ slope }) => finite(slope)) };
}

/** A number, or null for what is none. */
export function finite(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}
