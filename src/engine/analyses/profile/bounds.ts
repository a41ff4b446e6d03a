import * as Q from '../../numerics/rational';
import { componentsOf, patternOf } from '../curvature/separable';
import { type Coordinate, drawn, plainValues, repeatable } from '../scalar/coordinate';
import type { ScalarLoss } from '../scalar/loss-terms';
import { compile } from '../scalar/tape';
import type { Term } from '../scalar/term';
import type { LineProfile } from './line-profile';
import { lowerBound } from './lower-bound';
import type { SectionsAlong } from './sections';

/** Bounds of a loss; null where there is none or none was found. */
export interface Bounds {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Bounds of one of the `elements` of a result, alike as they are, from their sum; those of a sum from those of its parts; a part of one studied element is looked at along it, others by their range. */
export function boundsOf(form: ScalarLoss, studied: readonly string[], along: SectionsAlong, elements: number): Bounds {
  const names = form.coordinates.filter((c) => studied.includes(c.parameter)).map((c) => c.name);
  const known = new Map<string, Bounds>();
  let total = { lower: 0, upper: 0 };
  for (const group of componentsOf(form.term, names)) {
    const part = form.algebra.sum(Q.ZERO, group);
    const key = patternOf(part, (name) => describe(form, name));
    const bounds = known.get(key) ?? partBounds(form, part, names, along);
    known.set(key, bounds);
    total = { lower: total.lower + (bounds.lower ?? -Infinity), upper: total.upper + (bounds.upper ?? Infinity) };
  }
  const constant = Q.toNumber(form.term.constant);
  const shift = form.term.op === 'sum' || form.term.op === 'number' ? constant : 0;
  return { lower: told((total.lower + shift) / elements), upper: told((total.upper + shift) / elements) };
}

/** What tells one coordinate of a loss from another, apart from its name. */
export function describe(form: ScalarLoss, name: string): string {
  const { lo, hi } = form.algebra.range(form.algebra.variable(name));
  return `${lo},${hi},${form.coordinates.find((c) => c.name === name)?.values?.join() ?? ''}`;
}

function told(x: number): number | null {
  if (!Number.isFinite(x)) return null;
  const short = Number(x.toPrecision(12));
  return Math.abs(x) < 1e-13 ? 0 : Math.abs(short - x) <= 1e-11 * Math.abs(x) ? short : x;
}

/** Extremes that all sections of a part agree on; where they do not, the ends of the part's range that its values come near. */
function partBounds(form: ScalarLoss, part: Term, names: readonly string[], along: SectionsAlong): Bounds {
  const range = form.algebra.range(part);
  const outer = { lower: Math.max(range.lo, lowerBound(form.algebra, part) ?? -Infinity), upper: range.hi };
  const own = form.coordinates.filter((c) => names.includes(c.name) && part.free.has(c.name));
  const [only] = own;
  if (!only) return outer;
  if (own.length > 1) return reached(form, part, outer, own);
  const { list, others } = along(only, part);
  const profiles = list.map(({ profile }) => profile);
  const lower = agreed(profiles, (profile) => profile.lower());
  const upper = agreed(profiles, (profile) => profile.upper());
  const seen = others.length === 0 ? NOTHING : seenOf(part, [only, ...others]);
  const kept = (bound: number | null, isBroken: boolean): number | null => (bound === null || isBroken ? null : bound);
  return {
    lower: kept(lower, lower !== null && seen.lower < lower - noiseOf(lower)) ?? outer.lower,
    upper: kept(upper, upper !== null && seen.upper > upper + noiseOf(upper)) ?? outer.upper,
  };
}

const NOTHING = { lower: Infinity, upper: -Infinity };

/** Points at which a bound that sections agree on is held against values between them. */
const TRIED = 400;

/** Extremes among plain and random values of all coordinates. */
function seenOf(part: Term, coordinates: readonly Coordinate[]): { readonly lower: number; readonly upper: number } {
  const evaluate = compile(
    part,
    coordinates.map((c) => c.name),
  );
  const random = repeatable(17);
  let { lower, upper } = NOTHING;
  for (let i = 0; i < TRIED; i++) {
    const value = evaluate(coordinates.map((c) => tried(c, i, random)));
    if (Number.isNaN(value)) continue;
    lower = Math.min(lower, value);
    upper = Math.max(upper, value);
  }
  return { lower, upper };
}

function tried(coordinate: Coordinate, i: number, random: () => number): number {
  const plain = i % 2 === 0 ? plainValues(coordinate) : [];
  return plain[Math.floor(random() * plain.length)] ?? drawn(coordinate, random);
}

function noiseOf(bound: number): number {
  return 1e-9 * (1 + Math.abs(bound));
}

/** A number that all profiles agree on; null where one does not know it. */
function agreed(profiles: readonly (LineProfile | null)[], pick: (profile: LineProfile) => number | null): number | null {
  let first: number | null = null;
  for (const profile of profiles) {
    const value = profile && pick(profile);
    if (value === null) return null;
    first ??= value;
    if (!(Math.abs(value - first) <= 1e-9 * (1 + Math.abs(first)))) return null;
  }
  return first;
}

/** Those bounds that some of the simplest arguments come near; a range that is wider than the values says nothing. */
function reached({ coordinates }: ScalarLoss, part: Term, { lower, upper }: Bounds, own: readonly Coordinate[]): Bounds {
  if (!Number.isFinite(lower) && !Number.isFinite(upper)) return { lower, upper };
  const free = coordinates.filter((c) => part.free.has(c.name));
  const evaluate = compile(
    part,
    free.map((c) => c.name),
  );
  let [least, most] = [Infinity, -Infinity];
  for (const values of simplest(free, new Set(own.map((c) => c.name)))) {
    const value = evaluate(values);
    if (Number.isNaN(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const near = (bound: number | null, value: number): number | null =>
    bound !== null && Math.abs(bound - value) <= 1e-3 * (1 + Math.abs(bound)) ? bound : null;
  return { lower: near(lower, least), upper: near(upper, most) };
}

/** Both sides alike, or with another first element, at ends and at small whole numbers. */
function* simplest(free: readonly Coordinate[], own: ReadonlySet<string>): Generator<number[]> {
  const ladder = (c: Coordinate): readonly number[] =>
    c.values ?? [c.range.lo, 0, 1, c.range.hi].map((v) => Math.max(-40, Math.min(40, v)));
  const pick = (c: Coordinate, k: number): number => ladder(c)[k % ladder(c).length] ?? 0;
  for (let code = 0; code < 256; code++) {
    const [a, b, c, d] = [code & 3, (code >> 2) & 3, (code >> 4) & 3, (code >> 6) & 3];
    const firsts = [free.findIndex((one) => own.has(one.name)), free.findIndex((one) => !own.has(one.name))];
    yield free.map((one, i) => pick(one, own.has(one.name) ? (i === firsts[0] ? a : b) : i === firsts[1] ? c : d));
  }
}
