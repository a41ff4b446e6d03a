import type { ScalarLoss } from '../../src/engine/analyses/scalar/loss-terms';
import { precisely } from '../../src/engine/analyses/scalar/precise';
import { inOrder } from '../../src/engine/analyses/scalar/tape';
import { dd } from '../../src/engine/numerics/double-double';

/** Values of coordinates by name. */
export type Point = ReadonlyMap<string, number>;

/** Both ends of a chord, and the point between that lies `share` of the way from the second. */
export interface Chord {
  readonly points: readonly [Point, Point, Point];
  readonly share: number;
}

const BRANCHES: ReadonlySet<string> = new Set(['where', 'floor', 'ceil', 'round', 'sign']);

/** The value at a point to 30 digits; NaN where a branch cannot be told, what doubles give where an operation is not known to 30 digits. */
export function preciseValue({ term, coordinates }: ScalarLoss, doubles: (point: Point) => number): (point: Point) => number {
  const names = coordinates.map((c) => c.name);
  const value = precisely(term, names);
  const isBranching = inOrder(term).some(({ op }) => BRANCHES.has(op));
  return (point) => value(names.map((name) => dd(point.get(name) as number)))?.mid.hi ?? (isBranching ? NaN : doubles(point));
}

/** The value between less the chord in 30 digits, and how far that may be off; null where it cannot be told. */
export function preciseGap({ term, coordinates }: ScalarLoss, { points, share }: Chord): { gap: number; off: number } | null {
  const names = coordinates.map((c) => c.name);
  const value = precisely(term, names);
  const balls = points.map((point) => value(names.map((name) => dd(point.get(name) as number))));
  const [a, b, m] = balls;
  if (!a || !b || !m) return null;
  const gap = m.mid.hi - share * a.mid.hi - (1 - share) * b.mid.hi;
  const rounded = 4 * Number.EPSILON * (Math.abs(m.mid.hi) + Math.abs(a.mid.hi) + Math.abs(b.mid.hi));
  return { gap, off: a.rad + b.rad + m.rad + rounded };
}

/** Whether 30 digits do not show the gap that doubles show, or cannot tell on which branch a point lies. */
export function isRounding(form: ScalarLoss, chord: Chord, noise: number): boolean {
  const precise = preciseGap(form, chord);
  if (!precise || precise.off > 4 * noise) return inOrder(form.term).some(({ op }) => BRANCHES.has(op));
  return Math.abs(precise.gap) <= noise;
}
