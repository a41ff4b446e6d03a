import { add, dd, multiply, toNumber } from '../../numerics/double-double';
import type { Ball } from '../scalar/ball';
import type { Place } from './roots';

/** Values of two functions at the points that stand for a place. */
export type Samples = readonly (readonly [Ball, Ball])[];

/** Enclosures of places beyond this are no points. */
const WIDEST = 1e-8;

/** Where a guard only touches 0, its place is less certain than its enclosure says. */
const BLUR = 1e-12;

/** A function that changes by more inside an enclosure is singular there. */
const STEEPEST = 1e-6;

/** What is known less well than this may be 0 or not. */
const COARSEST = 1e-6;

/** Whether a place is known well enough to be looked at as a point. */
export function isPoint({ exact, value, around }: Place): boolean {
  return exact !== null || around.hi - around.lo <= WIDEST * (1 + Math.abs(value));
}

/** The sign of the second less the first at a place: 0 when it may vanish inside the place's enclosure, null when that stays open. */
export function signOfGap(samples: Samples, { exact }: Place): -1 | 0 | 1 | null {
  const gaps = samples.map(([a, b]) => toNumber(add(b.mid, multiply(a.mid, dd(-1)))));
  const values = samples.map(([a]) => a.mid.hi);
  const blur = Math.max(...samples.map(([a, b]) => a.rad + b.rad + (exact ? 0 : BLUR * (1 + Math.abs(a.mid.hi)))));
  if (Math.max(...values) - Math.min(...values) > STEEPEST * (1 + Math.abs(values[0] ?? 0))) return null;
  const [low, high] = [Math.min(...gaps), Math.max(...gaps)];
  const noise = 2 * (high - low) + blur;
  if (low > noise) return 1;
  if (high < -noise) return -1;
  return samples.some(([a, b]) => a.rad + b.rad > COARSEST * (1 + Math.abs(a.mid.hi))) ? null : 0;
}
