import type { Interval } from '../../numerics/interval';
import * as I from '../../numerics/interval';
import { compareAt, type Comparison, limitAt, takesLimit, valueAt } from '../pieces/germ';
import type { Piece } from '../pieces/piecewise';
import type { Place } from '../pieces/roots';
import { Derivatives } from '../scalar/derivative';
import { compile, inOrder } from '../scalar/tape';
import type { Term } from '../scalar/term';
import type { NonSmoothPoint } from './answer';
import { meetingOf } from '../pieces/series';

/** What happens where two pieces meet. */
export interface Seam {
  readonly place: Place;
  /** `pole`: the value is infinite there, so that it is no point of the function's domain. */
  readonly kind: NonSmoothPoint['kind'] | 'pole' | 'unknown';
  readonly left: number | null;
  readonly right: number | null;
}

/** Slopes of more nodes are not differentiated again. */
const LARGEST = 250;

const JUMPS = ['kink', 'curvature-jump', 'third-derivative-jump'] as const;

/** Classifies the meeting of two pieces of a function by the first derivative that does not go through. */
export function seamOf(whole: Term, left: Piece, right: Piece, variable: string): Seam {
  const place = right.low as Place;
  return seamOfSeries(whole, left.term, right.term, variable, place) ?? seamOfLimits(whole, left, right, variable, place);
}

/** The seam of two pieces with Taylor series there; null where one has none. */
function seamOfSeries(whole: Term, left: Term, right: Term, variable: string, place: Place): Seam | null {
  const meeting = meetingOf(left, right, place);
  if (!meeting) return null;
  const { order, values, slopes } = meeting;
  if (order === 0 || takesLimit(whole, I.point(values[0]), variable, place) === false)
    return { place, kind: 'jump', left: values[0], right: values[1] };
  return { place, kind: order === null ? 'removable' : (JUMPS[order - 1] ?? 'unknown'), left: slopes[0], right: slopes[1] };
}

/** The seam of two pieces by the limits of their derivatives. */
function seamOfLimits(whole: Term, left: Piece, right: Piece, variable: string, place: Place): Seam {
  if (isPole(left.term, right.term, variable, place)) return hole(whole, left.term, right.term, variable, place);
  const values = compareAt(left.term, right.term, variable, place);
  if (!goesThrough(values) || takesLimit(whole, limitAt(left.term, variable, place, -1).value, variable, place) === false)
    return jump(left.term, right.term, variable, place, values);
  let [a, b]: [Term, Term] = [left.term, right.term];
  let slopes: [number | null, number | null] = [null, null];
  for (const [order, kind] of JUMPS.entries()) {
    if (order > 0 && inOrder(a).length > LARGEST) return { place, kind: 'unknown', left: slopes[0], right: slopes[1] };
    [a, b] = [new Derivatives(left.algebra, variable).of(a), new Derivatives(right.algebra, variable).of(b)];
    const limits = [limitAt(a, variable, place, -1), limitAt(b, variable, place, 1)] as const;
    if (order === 0) slopes = [middle(limits[0].value), middle(limits[1].value)];
    if (limits.some(({ value }) => Math.abs(value.lo) === Infinity || Math.abs(value.hi) === Infinity)) {
      return {
        place,
        kind: order === 0 ? 'infinite-slope' : kind,
        left: slopes[0],
        right: slopes[1],
      };
    }
    const turn = compareAt(a, b, variable, place);
    if (turn === 'unknown') return { place, kind: 'unknown', left: slopes[0], right: slopes[1] };
    if (!goesThrough(turn)) return { place, kind, left: slopes[0], right: slopes[1] };
  }
  return { place, kind: 'removable', left: slopes[0], right: slopes[1] };
}

/** A pole; where the function has a value in it all the same, it jumps there. */
function hole(whole: Term, left: Term, right: Term, variable: string, place: Place): Seam {
  const there = place.exact ? valueAt(whole, variable, place) : I.ALL;
  if (there.nan || !Number.isFinite(there.lo) || !Number.isFinite(there.hi)) return { place, kind: 'pole', left: null, right: null };
  const [before, after] = [limitAt(left, variable, place, -1), limitAt(right, variable, place, 1)];
  return { place, kind: 'jump', left: middle(before.value), right: middle(after.value) };
}

function isPole(left: Term, right: Term, variable: string, place: Place): boolean {
  const limits = [limitAt(left, variable, place, -1), limitAt(right, variable, place, 1)];
  if (limits.every(({ value }) => !value.nan && Math.abs(value.lo) === Infinity && value.lo === value.hi)) return true;
  return !place.exact && grows(left, variable, place.value, -1) && grows(right, variable, place.value, 1);
}

/** Distances from a place that is known to a few parts in 10¹⁵. */
const NEARER = [1e-4, 1e-6, 1e-8];

/** Whether a function grows at least as the root of the distance to a place falls: limits at one that is not exact are ranges. */
function grows(term: Term, variable: string, place: number, side: -1 | 1): boolean {
  const value = compile(term, [variable]);
  const sizes = NEARER.map((distance) => Math.abs(value([place + side * distance * (1 + Math.abs(place))])));
  return sizes.every((size, i) => i === 0 || size > 8 * (sizes[i - 1] as number));
}

function goesThrough(comparison: Comparison): boolean {
  return comparison === 'equal' || comparison === 'near';
}

function jump(left: Term, right: Term, variable: string, place: Place, values: Comparison): Seam {
  const slopes = [left, right].map((t, i) => limitAt(t, variable, place, i === 0 ? -1 : 1)) as [
    ReturnType<typeof limitAt>,
    ReturnType<typeof limitAt>,
  ];
  if (values === 'unknown') return { place, kind: 'unknown', left: null, right: null };
  return { place, kind: 'jump', left: middle(slopes[0].value), right: middle(slopes[1].value) };
}

function middle({ lo, hi, nan }: Interval): number | null {
  if (nan || !(lo <= hi)) return null;
  return lo === hi ? lo : lo / 2 + hi / 2;
}
