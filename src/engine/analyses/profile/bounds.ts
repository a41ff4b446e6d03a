import * as Q from '../../numerics/rational';
import { componentsOf, patternOf } from '../curvature/separable';
import type { ScalarLoss } from '../scalar/loss-terms';
import type { Term } from '../scalar/term';
import { lowerBound } from './lower-bound';
import { sectionsOf } from './sections';

/** Bounds of a loss; null where there is none or none was found. */
export interface Bounds {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Bounds of a sum from those of its parts; a part of one studied element is looked at along it, others by their range. */
export function boundsOf(form: ScalarLoss, studied: readonly string[]): Bounds {
  const names = form.coordinates.filter((c) => studied.includes(c.parameter)).map((c) => c.name);
  const known = new Map<string, Bounds>();
  let total = { lower: 0, upper: 0 };
  for (const group of componentsOf(form.term, names)) {
    const part = form.algebra.sum(Q.ZERO, group);
    const key = patternOf(part, (name) => describe(form, name));
    const bounds = known.get(key) ?? partBounds(form, part, names);
    known.set(key, bounds);
    total = { lower: total.lower + (bounds.lower ?? -Infinity), upper: total.upper + (bounds.upper ?? Infinity) };
  }
  const constant = Q.toNumber(form.term.constant);
  const shift = form.term.op === 'sum' || form.term.op === 'number' ? constant : 0;
  return { lower: told(total.lower + shift), upper: told(total.upper + shift) };
}

function describe(form: ScalarLoss, name: string): string {
  const { lo, hi } = form.algebra.range(form.algebra.variable(name));
  return `${lo},${hi},${form.coordinates.find((c) => c.name === name)?.values?.join() ?? ''}`;
}

function told(x: number): number | null {
  if (!Number.isFinite(x)) return null;
  const short = Number(x.toPrecision(12));
  return Math.abs(x) < 1e-13 ? 0 : Math.abs(short - x) <= 1e-11 * Math.abs(x) ? short : x;
}

/** Extremes that all sections of a part agree on; where they do not, the part's range, which may be wider than its values. */
function partBounds(form: ScalarLoss, part: Term, names: readonly string[]): Bounds {
  const range = form.algebra.range(part);
  const outer = { lower: Math.max(range.lo, lowerBound(form.algebra, part) ?? -Infinity), upper: range.hi };
  const own = form.coordinates.filter((c) => names.includes(c.name) && part.free.has(c.name));
  const [only] = own;
  if (!only || own.length > 1) return outer;
  const { list } = sectionsOf({ ...form, term: part }, only);
  const agreed = (pick: 'lower' | 'upper'): number | null => {
    const values = list.map(({ profile }) => profile?.[pick]() ?? null);
    const [first] = values;
    return first !== null && first !== undefined && values.every((v) => v !== null && Math.abs(v - first) <= 1e-9 * (1 + Math.abs(first)))
      ? first
      : null;
  };
  return { lower: agreed('lower') ?? outer.lower, upper: agreed('upper') ?? outer.upper };
}
