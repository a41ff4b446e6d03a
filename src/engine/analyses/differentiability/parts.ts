import { componentsOf, patternOf } from '../curvature/separable';
import { guardsOfBranch, singularGuards } from '../pieces/guards';
import { TermAlgebra } from '../scalar/algebra';
import { type Coordinate, drawn, plainValues, repeatable } from '../scalar/coordinate';
import { printTerm } from '../scalar/print';
import { rebuild, substitute } from '../scalar/rebuild';
import { NON_SMOOTH } from '../scalar/smoothness';
import { compile, inOrder } from '../scalar/tape';
import { factorsOf, isNumber, partsOf, type Algebra, type Term } from '../scalar/term';
import * as Q from '../../numerics/rational';
import type { Seam } from './classify';
import { onLine, worstOf, type SmoothnessClass } from './line';

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
const NEAR = 1e-7;

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
  const count = parameters.length === 0 ? 1 : SAMPLES + ends.length;
  return Array.from({ length: count }, (_, i) => {
    const end = ends[i - SAMPLES];
    const values = new Map(parameters.map((c) => [c.name, end?.[0] === c.name ? end[1] : generic(c, random, i)] as const));
    const line = onLine(fixed(algebra, part, values), only.name, only.range);
    const seams = line.seams.filter((seam) => seam.kind !== 'unknown');
    return {
      answer: line.answer,
      seams: seams.map((seam) => ({
        ...seam,
        where: placeOf(algebra, part, only.name, values, seam, alike),
        point: new Map([...values, [only.name, seam.place.value]]),
        direction: new Map([[only.name, 1]]),
      })),
    };
  });
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

/** The guard that vanishes at a seam, solved for the variable where it is affine in it. */
function placeOf(algebra: Algebra, part: Term, variable: string, values: ReadonlyMap<string, number>, seam: Seam, alike: boolean): string {
  const names = [variable, ...values.keys()];
  const at = [seam.place.value, ...values.values()];
  const valueOf = (term: Term): number => compile(term, names)(at);
  const vanishing = guardTerms(algebra, part, variable).filter(
    (guard) => Math.abs(valueOf(guard)) <= NEAR * scaleOf(seam.place.value, values),
  );
  const told = vanishing
    .map((guard) => solved(algebra, resolved(algebra, guard, valueOf), variable))
    .sort((a, b) => a.length - b.length)[0];
  const text = told ?? `${variable} = ${short(seam.place.value)}`;
  return alike ? text.replace(/\[\d+(?:,\s*\d+)*\]/g, '') : text;
}

function short(x: number): string {
  return String(Number(x.toPrecision(15)));
}

/** A guard with the branches that are taken where it vanishes. */
function resolved(algebra: Algebra, guard: Term, valueOf: (term: Term) => number): Term {
  return rebuild(algebra, guard, (node) => {
    const [argument] = node.args;
    if (!argument) return null;
    if (node.op === 'abs') return valueOf(argument) < 0 ? algebra.negative(argument) : argument;
    return node.op === 'max' ? node.args.reduce((best, a) => (valueOf(a) > valueOf(best) ? a : best)) : null;
  });
}

function scaleOf(place: number, values: ReadonlyMap<string, number>): number {
  const largest = Math.max(Math.abs(place), ...[...values.values()].map(Math.abs));
  return Math.min(1, largest || 1);
}

function guardTerms(algebra: Algebra, part: Term, variable: string): readonly Term[] {
  const branches = inOrder(part).filter((node) => NON_SMOOTH.has(node.op) && node.free.has(variable));
  const guards = [...branches.flatMap((node) => guardsOfBranch(algebra, node)), ...singularGuards(algebra, part, variable)];
  return guards.filter(({ levels, term }) => levels === 'zero' && term.free.has(variable)).map(({ term }) => term);
}

function solved(algebra: Algebra, guard: Term, variable: string): string {
  const { constant, parts } = partsOf(guard);
  const own = parts.filter(({ term }) => term.free.has(variable));
  const [first] = own;
  if (!first || own.length > 1 || first.term.op !== 'variable') return `${printTerm(guard)} = 0`;
  const rest = algebra.sum(
    constant,
    parts.filter((one) => one !== first),
  );
  const value = algebra.scale(Q.divide(Q.rational(-1), first.weight), rest);
  return `${variable} = ${isNumber(value) ? short(Q.toNumber(value.constant)) : printTerm(value)}`;
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
