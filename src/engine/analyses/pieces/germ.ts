import type { Interval } from '../../numerics/interval';
import * as I from '../../numerics/interval';
import { TermAlgebra } from '../scalar/algebra';
import { encloseOn, rebuild, substitute } from '../scalar/rebuild';
import { compile } from '../scalar/tape';
import type { Term } from '../scalar/term';
import { isNumber } from '../scalar/term';
import type { Place } from './roots';

/** A one-sided limit: an enclosure, `certain` when it is proved. */
export interface Limit {
  readonly value: Interval;
  readonly certain: boolean;
}

/** How two limits compare: second less first. `equal` when their exact forms agree, `near` when they agree to 10⁻⁹. */
export type Comparison = 'less' | 'equal' | 'near' | 'greater' | 'unknown';

/** Limit of a term towards a place, from the left (-1) or the right (1). */
export function limitAt(term: Term, variable: string, place: Place, side: -1 | 1): Limit {
  const enclosed = valueAt(term, variable, place);
  if (isUsable(enclosed)) return { value: enclosed, certain: true };
  return { value: approached(term, variable, place, side), certain: false };
}

/** A reached infinity is a value of one sign; anything undefined or wide is no use. */
function isUsable(value: Interval): boolean {
  if (value.nan || I.isEmpty(value)) return false;
  if (value.lo === value.hi) return true;
  return value.hi - value.lo <= 1e-6 * (1 + Math.abs(value.lo));
}

/** Values of a term at a place: of the exact point where it is known, else of all points around. */
function valueAt(term: Term, variable: string, place: Place): Interval {
  const algebra = new TermAlgebra(new Map());
  if (!place.exact) return encloseOn(algebra, rebuild(algebra, term), new Map([[variable, place.around]]));
  return algebra.range(substitute(algebra, term, new Map([[variable, algebra.number(place.exact)]])));
}

/** Nearer, differences such as 1 + x² - 1 lose their digits. */
const STEPS = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7];

/** The limit as values nearer and nearer suggest it: infinite when they keep growing, be it as slowly as a logarithm. */
function approached(term: Term, variable: string, place: Place, side: -1 | 1): Interval {
  const evaluate = compile(term, [variable]);
  const at = place.value;
  const blur = place.exact ? 0 : 8 * (place.around.hi - place.around.lo);
  const values = STEPS.filter((step) => step * (1 + Math.abs(at)) > blur)
    .map((step) => evaluate([at + side * step * (1 + Math.abs(at))]))
    .filter((v) => !Number.isNaN(v));
  const [last, before, earlier, first] = [1, 2, 3, 4].map((back) => values[values.length - back]);
  if (last === undefined || before === undefined || earlier === undefined || first === undefined) return { ...I.ALL, nan: true };
  if (!Number.isFinite(last)) return I.point(last);
  const growing = Math.abs(last) > 1.5 * Math.abs(first) && Math.abs(last) > 30;
  const steady =
    Math.abs(last - before) > 0.9 * Math.abs(before - earlier) && Math.abs(last - before) > 0.01 && Math.abs(last) > Math.abs(before);
  if (growing || steady) return I.point(Math.sign(last) * Infinity);
  const [ratio, previous] = [last / before, before / earlier];
  if (ratio > 0 && ratio < 0.95 && Math.abs(ratio - previous) < 0.01) return I.interval(-1e-7, 1e-7);
  const width = 1e-6 * (1 + Math.abs(last)) + Math.abs(last - before);
  return I.interval(last - width, last + width);
}

/** Compares the limits of two terms at a place: exactly where their difference is a number there, up to 10⁻⁶ at a place that is only enclosed. */
export function compareAt(left: Term, right: Term, variable: string, place: Place): Comparison {
  const algebra = new TermAlgebra(new Map());
  const difference = algebra.subtract(rebuild(algebra, right), rebuild(algebra, left));
  if (isNumber(difference, 0) && isUsable(valueAt(left, variable, place))) return 'equal';
  if (place.exact && !isNumber(difference, 0) && [left, right].every((side) => isUsable(valueAt(side, variable, place)))) {
    const constant = substitute(algebra, difference, new Map([[variable, algebra.number(place.exact)]]));
    if (isNumber(constant)) return constant.constant.numerator === 0n ? 'equal' : constant.constant.numerator < 0n ? 'less' : 'greater';
  }
  const [a, b] = [limitAt(left, variable, place, -1).value, limitAt(right, variable, place, 1).value];
  if (a.nan || b.nan || a.lo !== a.lo) return 'unknown';
  if (a.lo === b.lo && a.hi === b.hi && !Number.isFinite(a.lo)) return 'near';
  const noise = place.exact ? 0 : 1e-6 * (1 + Math.abs(a.lo));
  if (b.hi < a.lo - noise) return 'less';
  if (b.lo > a.hi + noise) return 'greater';
  return b.hi - a.lo < 1e-4 * (1 + Math.abs(a.lo)) && a.hi - b.lo < 1e-4 * (1 + Math.abs(a.lo)) ? 'near' : 'unknown';
}

/** Whether a function has, at a place, the value that it tends to; `null` where that value is undefined or too wide to tell. */
export function takesLimit(whole: Term, left: Term, variable: string, place: Place): boolean | null {
  const limit = limitAt(left, variable, place, -1).value;
  const value = place.exact ? valueAt(whole, variable, place) : I.point(compile(whole, [variable])([place.value]));
  if (value.nan || ![value.lo, value.hi, limit.lo].every(Number.isFinite)) return null;
  const slack = (place.exact ? 1e-9 : 1e-4) * (1 + Math.abs(limit.lo));
  return value.hi >= limit.lo - slack && value.lo <= limit.hi + slack;
}
