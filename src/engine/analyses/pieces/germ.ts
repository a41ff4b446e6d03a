import { dd } from '../../numerics/double-double';
import type { Interval } from '../../numerics/interval';
import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { TermAlgebra } from '../scalar/algebra';
import { type Ball, preciseNumber } from '../scalar/ball';
import { precisely } from '../scalar/precise';
import { rebuild, substitute } from '../scalar/rebuild';
import { compile } from '../scalar/tape';
import type { Term } from '../scalar/term';
import { isNumber } from '../scalar/term';
import { isPoint, signOfGap } from './gap';
import { type Limit, localOf } from './local';
import type { Place } from './roots';

/** How two limits compare: second less first. `equal` when their exact forms agree, `near` when they agree to 10⁻⁹. */
export type Comparison = 'less' | 'equal' | 'near' | 'greater' | 'unknown';

/** Limit of a term towards a place, from the left (-1) or the right (1). */
export function limitAt(term: Term, variable: string, place: Place, side: -1 | 1): Limit {
  return localOf(term, variable, place).limit(side);
}

/** Compares the limits of two terms at a place: exactly where their difference is a number there, else in extended precision. */
export function compareAt(left: Term, right: Term, variable: string, place: Place): Comparison {
  const [before, after] = [localOf(left, variable, place), localOf(right, variable, place)];
  if (before.isUsable) {
    if (place.exact && after.isUsable && isNumber(before.exact) && isNumber(after.exact))
      return SIGNS[Q.compare(after.exact.constant, before.exact.constant) + 1] ?? 'unknown';
    const exactly = compareExactly(left, right, variable, place, after.isUsable);
    if (exactly) return exactly;
  }
  const precise = preciseComparison(left, right, variable, place);
  if (precise) return precise;
  const [a, b] = [limitAt(left, variable, place, -1).value, limitAt(right, variable, place, 1).value];
  if (a.nan || b.nan || a.lo !== a.lo) return 'unknown';
  if (a.lo === b.lo && a.hi === b.hi && !Number.isFinite(a.lo)) return 'near';
  const noise = place.exact ? 0 : 1e-6 * (1 + Math.abs(a.lo));
  if (b.hi < a.lo - noise) return 'less';
  if (b.lo > a.hi + noise) return 'greater';
  return b.hi - a.lo < 1e-4 * (1 + Math.abs(a.lo)) && a.hi - b.lo < 1e-4 * (1 + Math.abs(a.lo)) ? 'near' : 'unknown';
}

const SIGNS = ['less', 'equal', 'greater'] as const;

/** Compares terms by their difference where it is 0, or a number at an exact place; null where it is not. */
function compareExactly(left: Term, right: Term, variable: string, place: Place, bothUsable: boolean): Comparison | null {
  const algebra = new TermAlgebra(new Map());
  const difference = algebra.subtract(rebuild(algebra, right), rebuild(algebra, left));
  if (isNumber(difference, 0)) return 'equal';
  if (!place.exact || !bothUsable) return null;
  const constant = substitute(algebra, difference, new Map([[variable, algebra.number(place.exact)]]));
  return isNumber(constant) ? (SIGNS[Q.sign(constant.constant) + 1] ?? null) : null;
}

/** The sign of right less left at a place in extended precision: `near` when it may vanish inside the place's enclosure. */
function preciseComparison(left: Term, right: Term, variable: string, place: Place): Comparison | null {
  if (!isPoint(place)) return null;
  const { exact, value, around } = place;
  const [before, after] = [precisely(left, [variable]), precisely(right, [variable])];
  const points = exact ? [preciseNumber(exact)] : [around.lo, value, around.hi].map((x) => dd(x));
  const samples: (readonly [Ball, Ball])[] = [];
  for (const point of points) {
    const [a, b] = [before([point]), after([point])];
    if (!a || !b) return null;
    samples.push([a, b]);
  }
  const sign = signOfGap(samples, place);
  return sign === null ? null : sign === 0 ? 'near' : (SIGNS[sign + 1] ?? null);
}

/** Whether a function has, at a place, the value that it tends to; `null` where that value is undefined or too wide to tell. */
export function takesLimit(whole: Term, limit: Interval, variable: string, place: Place): boolean | null {
  const value = valueAt(whole, variable, place);
  if (value.nan || ![value.lo, value.hi, limit.lo].every(Number.isFinite)) return null;
  const slack = (place.exact ? 1e-9 : 1e-4) * (1 + Math.abs(limit.lo));
  return value.hi >= limit.lo - slack && value.lo <= limit.hi + slack;
}

/** The value of a function at a place, to 30 digits where that is known exactly. */
export function valueAt(whole: Term, variable: string, place: Place): Interval {
  if (!place.exact) return I.point(compile(whole, [variable])([place.value]));
  const ball = precisely(whole, [variable])([preciseNumber(place.exact)]);
  return ball ? I.interval(ball.mid.hi - ball.rad, ball.mid.hi + ball.rad) : localOf(whole, variable, place).value;
}
