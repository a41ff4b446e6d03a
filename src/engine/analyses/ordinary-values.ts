import type { FormatName } from '../numerics/format';

/** How far from everyday use a value lies: ordinary ones make errors, extraordinary ones warnings. */
export type Tier = 'ordinary' | 'extraordinary';

/** Magnitudes that are taken for granted where nothing tells the range of an input. */
export interface OrdinaryValues {
  /** Logits, scores, and other predictions without bounds. */
  readonly unbounded: Readonly<Record<Tier, number>>;
  /** Targets and predictions of a regression. */
  readonly regression: Readonly<Record<Tier, number>>;
  /** Log-variances and log-ratios. */
  readonly logarithm: Readonly<Record<Tier, number>>;
  /** Largest number of elements that a reduction is assumed to meet. */
  readonly elements: Readonly<Record<Tier, number>>;
}

/** The one table of ordinary and extraordinary magnitudes. */
export const ORDINARY_VALUES: OrdinaryValues = {
  unbounded: { ordinary: 128, extraordinary: 1024 },
  regression: { ordinary: 128, extraordinary: 10_000 },
  logarithm: { ordinary: 20, extraordinary: 1024 },
  elements: { ordinary: 70_000, extraordinary: 1_000_000 },
};

/** Magnitudes from the smallest and roundest up; `limit` is always among them. */
export function magnitudesUpTo(limit: number): number[] {
  const round = [1, 2, 10, 20, 50, 100, 128, 200, 500, 1000, 1024, 10_000].filter((m) => m < limit);
  return Number.isFinite(limit) ? [...round, limit] : round;
}

/** Distances from an excluded end that an input is assumed to keep in each format. */
export const MARGIN: Readonly<Record<FormatName, number>> = { float64: 1e-6, float32: 1e-3, bfloat16: 1e-2, float16: 1e-2 };

/** Formats from the widest to the narrowest, the order in which a loss is tried. */
export const FORMATS: readonly FormatName[] = ['float64', 'float32', 'bfloat16', 'float16'];
