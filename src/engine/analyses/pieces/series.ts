import { dd, type DoubleDouble, multiply, toNumber } from '../../numerics/double-double';
import { type Ball, preciseNumber } from '../scalar/ball';
import { type Jet, jetOf } from '../scalar/jet';
import type { Term } from '../scalar/term';
import type { Place } from './roots';
import { isPoint, type Samples, signOfGap } from './gap';

/** How two functions with Taylor series meet at a place. */
export interface Meeting {
  /** The first order at which they differ: 0 for the value; null when they agree to the third derivative. */
  readonly order: 0 | 1 | 2 | 3 | null;
  readonly values: readonly [number, number];
  readonly slopes: readonly [number, number];
}

const ORDERS = [0, 1, 2, 3] as const;

/** Compares two terms of one variable at a place by their Taylor series; null where one has none, or a comparison stays open. */
export function meetingOf(left: Term, right: Term, place: Place): Meeting | null {
  if (!isPoint(place)) return null;
  const points = place.exact ? [preciseNumber(place.exact)] : [place.value, place.around.lo, place.around.hi].map((x) => dd(x));
  const [before, after] = [jetsAt(left, points), jetsAt(right, points)];
  if (!before || !after) return null;
  const numbers = (k: 0 | 1): readonly [number, number] => [central(before.map((jet) => jet[k])), central(after.map((jet) => jet[k]))];
  for (const order of ORDERS) {
    const samples = before.map((jet, i): readonly [Ball, Ball] => [derivative(jet, order), derivative(after[i] as Jet, order)]);
    const sign = signOfGap(samples satisfies Samples, place);
    if (sign === null) return null;
    if (sign !== 0) return { order, values: numbers(0), slopes: numbers(1) };
  }
  return { order: null, values: numbers(0), slopes: numbers(1) };
}

function jetsAt(term: Term, points: readonly DoubleDouble[]): readonly Jet[] | null {
  const jet = jetOf(term);
  const jets: Jet[] = [];
  for (const point of points) {
    const one = jet(point);
    if (!one) return null;
    jets.push(one);
  }
  return jets;
}

/** The value at the place itself, which comes first; 0 where it has no certain sign around it. */
function central([first, ...around]: readonly Ball[]): number {
  const value = first ? toNumber(first.mid) : NaN;
  const blur = Math.max(first?.rad ?? 0, ...around.map(({ mid }) => Math.abs(mid.hi - value)));
  return Math.abs(value) <= blur ? 0 : value;
}

const FACTORIALS = [1, 1, 2, 6] as const;

function derivative(jet: Jet, order: 0 | 1 | 2 | 3): Ball {
  const { mid, rad } = jet[order];
  return { mid: multiply(mid, dd(FACTORIALS[order])), rad: rad * FACTORIALS[order] };
}
