import type { Interval } from '../../numerics/interval';
import * as I from '../../numerics/interval';
import { TermAlgebra } from '../scalar/algebra';
import { enclosureOf } from '../scalar/enclosure';
import { rebuild, substitute } from '../scalar/rebuild';
import { compile } from '../scalar/tape';
import type { Term } from '../scalar/term';
import type { Place } from './roots';

/** A one-sided limit: an enclosure, `certain` when it is proved. */
export interface Limit {
  readonly value: Interval;
  readonly certain: boolean;
}

/** What is known of a term of one variable near a place; computed when it is asked for, and once. */
class Local {
  private known: { readonly term: Term; readonly value: Interval } | undefined;
  private readonly limits = new Map<-1 | 1, Limit>();

  constructor(
    private readonly term: Term,
    private readonly variable: string,
    private readonly place: Place,
  ) {}

  /** Values at the place: of the exact point where it is known, else of all points around; undefined where 0 meets an infinity. */
  get value(): Interval {
    return this.there.value;
  }

  /** The term at the place; where that is only enclosed, the term itself. */
  get exact(): Term {
    return this.there.term;
  }

  /** Whether the value at the place tells something: a reached infinity does, anything undefined or wide does not. */
  get isUsable(): boolean {
    const { lo, hi, nan } = this.value;
    if (nan || I.isEmpty(this.value)) return false;
    return lo === hi || hi - lo <= 1e-6 * (1 + Math.abs(lo));
  }

  /** The limit from the left (-1) or the right (1). */
  limit(side: -1 | 1): Limit {
    const known = this.limits.get(side);
    if (known) return known;
    const limit = this.isUsable
      ? { value: this.value, certain: true }
      : { value: approached(this.term, this.variable, this.place, side), certain: false };
    this.limits.set(side, limit);
    return limit;
  }

  private get there(): { readonly term: Term; readonly value: Interval } {
    return (this.known ??= this.atPlace());
  }

  private atPlace(): { readonly term: Term; readonly value: Interval } {
    const { term, variable, place } = this;
    const algebra = new TermAlgebra(new Map());
    if (!place.exact) return { term, value: enclosureOf(algebra, rebuild(algebra, term))(new Map([[variable, place.around]])) };
    const exact = substitute(algebra, term, new Map([[variable, algebra.number(place.exact)]]));
    const value = algebra.range(exact);
    return { term: exact, value: Number.isNaN(compile(term, [variable])([place.value])) ? { ...value, nan: true } : value };
  }
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

const seen = new WeakMap<Place, WeakMap<Term, Local>>();

/** A term of one variable near a place. */
export function localOf(term: Term, variable: string, place: Place): Local {
  const here = seen.get(place) ?? new WeakMap<Term, Local>();
  seen.set(place, here);
  const known = here.get(term) ?? new Local(term, variable, place);
  here.set(term, known);
  return known;
}
