import type { Interval } from '../../numerics/interval';
import { compareAt, type Comparison, limitAt, takesLimit } from '../pieces/germ';
import type { Piece } from '../pieces/piecewise';
import type { Place } from '../pieces/roots';
import { Derivatives } from '../scalar/derivative';
import { inOrder } from '../scalar/tape';
import type { Term } from '../scalar/term';
import type { NonSmoothPoint } from './answer';

/** What happens where two pieces meet. */
export interface Seam {
  readonly place: Place;
  /** `pole`: the value is infinite there, so that it is no point of the function's domain. */
  readonly kind: NonSmoothPoint['kind'] | 'pole' | 'unknown';
  readonly left: number | null;
  readonly right: number | null;
  /** Whether the kind is proved, not only seen in values. */
  readonly certain: boolean;
}

/** Slopes of more nodes are not differentiated again. */
const LARGEST = 250;

const JUMPS = ['kink', 'curvature-jump', 'third-derivative-jump'] as const;

/** Classifies the meeting of two pieces of a function by the first derivative that does not go through. */
export function seamOf(whole: Term, left: Piece, right: Piece, variable: string): Seam {
  const place = right.low as Place;
  if (isPole(left.term, right.term, variable, place)) return { place, kind: 'pole', left: null, right: null, certain: false };
  const values = compareAt(left.term, right.term, variable, place);
  if (!goesThrough(values) || takesLimit(whole, left.term, variable, place) === false)
    return jump(left.term, right.term, variable, place, values);
  let [a, b]: [Term, Term] = [left.term, right.term];
  let slopes: [number | null, number | null] = [null, null];
  let certain = values === 'equal';
  for (const [order, kind] of JUMPS.entries()) {
    if (order > 0 && inOrder(a).length > LARGEST) return { place, kind: 'unknown', left: slopes[0], right: slopes[1], certain: false };
    [a, b] = [new Derivatives(left.algebra, variable).of(a), new Derivatives(right.algebra, variable).of(b)];
    const limits = [limitAt(a, variable, place, -1), limitAt(b, variable, place, 1)] as const;
    if (order === 0) slopes = [middle(limits[0].value), middle(limits[1].value)];
    if (limits.some(({ value }) => Math.abs(value.lo) === Infinity || Math.abs(value.hi) === Infinity)) {
      return {
        place,
        kind: order === 0 ? 'infinite-slope' : kind,
        left: slopes[0],
        right: slopes[1],
        certain: limits.every((l) => l.certain),
      };
    }
    const turn = compareAt(a, b, variable, place);
    if (turn === 'unknown') return { place, kind: 'unknown', left: slopes[0], right: slopes[1], certain: false };
    if (!goesThrough(turn)) return { place, kind, left: slopes[0], right: slopes[1], certain: limits.every((l) => l.certain) };
    certain &&= turn === 'equal';
  }
  return { place, kind: 'removable', left: slopes[0], right: slopes[1], certain };
}

function isPole(left: Term, right: Term, variable: string, place: Place): boolean {
  const limits = [limitAt(left, variable, place, -1), limitAt(right, variable, place, 1)];
  return limits.every(({ value }) => !value.nan && Math.abs(value.lo) === Infinity && value.lo === value.hi);
}

function goesThrough(comparison: Comparison): boolean {
  return comparison === 'equal' || comparison === 'near';
}

function jump(left: Term, right: Term, variable: string, place: Place, values: Comparison): Seam {
  const slopes = [left, right].map((t, i) => limitAt(t, variable, place, i === 0 ? -1 : 1)) as [
    ReturnType<typeof limitAt>,
    ReturnType<typeof limitAt>,
  ];
  if (values === 'unknown') return { place, kind: 'unknown', left: null, right: null, certain: false };
  return { place, kind: 'jump', left: middle(slopes[0].value), right: middle(slopes[1].value), certain: slopes.every((s) => s.certain) };
}

function middle({ lo, hi, nan }: Interval): number | null {
  if (nan || !(lo <= hi)) return null;
  return lo === hi ? lo : lo / 2 + hi / 2;
}
