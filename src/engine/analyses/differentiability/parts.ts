import { componentsOf, patternOf } from '../curvature/separable';
import { TermAlgebra } from '../scalar/algebra';
import { type Coordinate, drawn, plainValues, repeatable } from '../scalar/coordinate';
import { substitute } from '../scalar/rebuild';
import { dependsOn, factorsOf, partsOf, type Algebra, type Term } from '../scalar/term';
import * as Q from '../../numerics/rational';
import type { Seam } from './classify';
import { onLine, worstOf, type SmoothnessClass } from './line';
import { short, vanishingGuard } from './place-text';

/** A place where a part is not smooth: an equation that the variable satisfies there, for any values of the parameters. */
export interface PlacedSeam extends Seam {
  readonly where: string;
  /** Values at one such place, and the direction in which the slopes are taken, by coordinate. */
  readonly point: ReadonlyMap<string, number>;
  readonly direction: ReadonlyMap<string, number>;
}

/** What was found of a sum whose parts have one studied variable each. */
export interface Partwise {
  readonly answer: SmoothnessClass | 'unknown';
  readonly seams: readonly PlacedSeam[];
}

const SAMPLES = 4;
const MOST_ENDS = 4;

/** Where those samples show a class milder than a kink, so many further ones look for a worse place. */
const FURTHER = 24;
const MILD: ReadonlySet<Partwise['answer']> = new Set(['C1', 'C2', 'smooth']);

/**
 * Looks at each distinct part of a separable sum along its own variable, with the parameters at a few generic values; places
 * are told by the guard that vanishes there. Null where a part has several variables, or nothing is seen.
 */
export function partwise(algebra: Algebra, term: Term, space: readonly Coordinate[]): Partwise | null {
  const studied = space.filter((c) => c.studied).map((c) => c.name);
  const groups = componentsOf(distributed(algebra, term, studied), studied).map((group) => algebra.sum(Q.ZERO, group));
  const parts = new Map(groups.map((part) => [patternOf(part, describe(space)), part] as const));
  const found = [...parts.values()].map((part) => alongOwnVariable(algebra, part, space, groups.length > parts.size));
  if (found.some((one) => one === null)) return null;
  const all = found.flatMap((one) => one ?? []);
  const answer = worstOf(all.flatMap((one) => (one.answer === 'unknown' ? [] : [one.answer])));
  if (answer === 'smooth') return null;
  return { answer, seams: onePerPlace(all.flatMap((one) => one.seams)) };
}

/** The parts of a sum that share no studied variable, one of each form. */
export function distinctParts(algebra: Algebra, term: Term, space: readonly Coordinate[]): readonly Term[] {
  const studied = space.filter((c) => c.studied).map((c) => c.name);
  const groups = componentsOf(distributed(algebra, term, studied), studied).map((group) => algebra.sum(Q.ZERO, group));
  const moving = groups.filter((part) => dependsOn(part, studied));
  return [...new Map(moving.map((part) => [patternOf(part, describe(space)), part] as const).reverse()).values()].reverse();
}

/** A sum times factors without studied variables as the sum of the products. */
function distributed(algebra: Algebra, term: Term, studied: readonly string[]): Term {
  const factors = factorsOf(term);
  const moving = factors.filter((factor) => studied.some((name) => factor.term.free.has(name)));
  const [only] = moving;
  if (factors.length < 2 || !only || moving.length > 1 || !Q.equals(only.weight, Q.ONE)) return term;
  const rest = algebra.product(factors.filter((factor) => factor !== only));
  const { constant, parts } = partsOf(only.term);
  const products = parts.map(({ weight, term: part }) => ({ weight, term: algebra.multiply(rest, part) }));
  return algebra.sum(Q.ZERO, [{ weight: constant, term: rest }, ...products]);
}

function describe(space: readonly Coordinate[]): (name: string) => string {
  return (name) => {
    const c = space.find((one) => one.name === name);
    return c ? `${c.studied ? 's' : 'p'}${c.range.lo},${c.range.hi}${c.values?.join() ?? ''}` : '';
  };
}

function alongOwnVariable(algebra: Algebra, part: Term, space: readonly Coordinate[], alike: boolean): Partwise[] | null {
  const own = space.filter((c) => part.free.has(c.name));
  const [only, another] = own.filter((c) => c.studied);
  if (another) return null;
  if (!only) return [];
  const random = repeatable(11);
  const parameters = own.filter((c) => !c.studied);
  const ends =
    parameters.length === 0 ? [] : parameters.flatMap((c) => closedEnds(c).map((end) => [c.name, end] as const)).slice(0, MOST_ENDS);
  const sample = (pick: (c: Coordinate) => number): Partwise =>
    alongSample(algebra, part, only, new Map(parameters.map((c) => [c.name, pick(c)] as const)), alike);
  const count = parameters.length === 0 ? 1 : SAMPLES + ends.length;
  const samples = Array.from({ length: count }, (_, i) => {
    const end = ends[i - SAMPLES];
    return sample((c) => (end?.[0] === c.name ? end[1] : generic(c, random, i)));
  });
  const answers = new Set(samples.map(({ answer }) => answer));
  if (parameters.length === 0 || ![...answers].every((answer) => MILD.has(answer))) return samples;
  for (let i = 0; i < FURTHER; i++) {
    const further = sample((c) => drawn(c, random));
    if (further.answer !== 'unknown' && !MILD.has(further.answer)) return [...samples, further];
  }
  return samples;
}

/** A part along its variable, with the parameters at some values. */
function alongSample(algebra: Algebra, part: Term, only: Coordinate, values: ReadonlyMap<string, number>, alike: boolean): Partwise {
  const line = onLine(fixed(algebra, part, values), only.name, only.range);
  const seams = line.seams.filter((seam) => seam.kind !== 'unknown');
  return {
    answer: line.answer,
    seams: seams.map((seam) => ({
      ...seam,
      where: told(algebra, part, only.name, new Map([...values, [only.name, seam.place.value]]), alike),
      point: new Map([...values, [only.name, seam.place.value]]),
      direction: new Map([[only.name, 1]]),
    })),
  };
}

/** Finite ends that belong to the domain: the worst may happen there. */
function closedEnds({ range, values }: Coordinate): readonly number[] {
  if (values) return [];
  return [...(range.loOpen ? [] : [range.lo]), ...(range.hiOpen ? [] : [range.hi])].filter(Number.isFinite);
}

/** A value at which nothing special happens, if the domain has one. */
function generic(c: Coordinate, random: () => number, round: number): number {
  if (c.values) return c.values[(round + 1) % c.values.length] ?? 0;
  const plain = plainValues(c).filter((x) => x !== c.range.lo && x !== c.range.hi);
  return (round === 0 ? plain.find((x) => x !== 0) : plain[1 + Math.floor(random() * 6)]) ?? plain[0] ?? drawn(c, random);
}

function fixed(algebra: Algebra, part: Term, values: ReadonlyMap<string, number>): Term {
  const inner = new TermAlgebra(algebra.domains);
  return substitute(inner, part, new Map([...values].map(([name, x]) => [name, inner.number(x)] as const)));
}

/** Where a seam of a part lies; parts that are alike are told without the index of their element. */
function told(algebra: Algebra, part: Term, variable: string, point: ReadonlyMap<string, number>, alike: boolean): string {
  const text = vanishingGuard(algebra, part, [variable], point) ?? `${variable} = ${short(point.get(variable) ?? NaN)}`;
  return alike ? text.replace(/\[\d+(?:,\s*\d+)*\]/g, '') : text;
}

/** Seams of several samples at one place are one; the worst is kept. */
function onePerPlace(seams: readonly PlacedSeam[]): PlacedSeam[] {
  const kept = new Map<string, PlacedSeam>();
  for (const seam of seams) {
    const before = kept.get(seam.where);
    if (!before || (before.kind === 'removable' && seam.kind !== 'removable')) kept.set(seam.where, seam);
  }
  return [...kept.values()];
}
