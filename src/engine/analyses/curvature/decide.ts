import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { TermAlgebra } from '../scalar/algebra';
import { type Coordinate, drawn, repeatable } from '../scalar/coordinate';
import { rebuild } from '../scalar/rebuild';
import { compile, inOrder } from '../scalar/tape';
import type { Algebra, Term } from '../scalar/term';
import { dependsOn } from '../scalar/term';
import { Disprover, type Refutation } from './disprove';
import { hintsOf } from './hints';
import { proveConvex } from './prove';
import { componentsOf, patternOf } from './separable';

/** What was found of a scalar function: proofs, refutations, or neither, of each side. */
export interface Decision {
  readonly convexProof: string | null;
  readonly concaveProof: string | null;
  readonly notConvex: PartRefutation | null;
  readonly notConcave: PartRefutation | null;
}

/** A refutation and the coordinates that its points are made of; all others may have any value. */
export interface PartRefutation extends Refutation {
  readonly names: readonly string[];
}

const PLAIN_PAIRS = 700;
const WILD_PAIRS = 3000;

/** Decides convexity and concavity of a term in the studied coordinates, for all values of the others. */
export function decide(algebra: Algebra, term: Term, space: readonly Coordinate[]): Decision {
  const { parts, count } = distinctParts(algebra, term, space);
  const decisions = parts.map((part) => decideWhole(algebra, part, space));
  return count < 2 ? (decisions[0] as Decision) : joined(decisions, count);
}

/** A proof that a term is convex in the studied coordinates, null when there is none; no refutation is looked for beyond the plainest. */
export function convexProofOf(algebra: Algebra, term: Term, space: readonly Coordinate[]): string | null {
  const proofs = new Set<string>();
  for (const part of distinctParts(algebra, term, space).parts) {
    const used = space.filter((c) => part.free.has(c.name));
    if (new Disprover(algebra, part, used).plain(PLAIN_PAIRS).convex) return null;
    const { inner, prove } = proverOf(algebra, part, used);
    const proof = prove(inner);
    if (proof === null) return null;
    proofs.add(proof);
  }
  return [...proofs].join('; ');
}

/** The parts of a sum that share no studied coordinate, one of each form; the whole where there are not several. */
export function distinctParts(algebra: Algebra, term: Term, space: readonly Coordinate[]): { parts: readonly Term[]; count: number } {
  const studied = space.filter((c) => c.studied).map((c) => c.name);
  const groups = componentsOf(term, studied).filter((group) => group.some((part) => dependsOn(part.term, studied)));
  if (groups.length < 2) return { parts: [term], count: 1 };
  const parts = new Map<string, Term>();
  for (const group of groups) {
    const part = algebra.sum(Q.ZERO, group);
    const key = formOf(part, space);
    if (!parts.has(key)) parts.set(key, part);
  }
  return { parts: [...parts.values()], count: groups.length };
}

/** A text that is the same for terms of one form, whatever their coordinates are called. */
export function formOf(term: Term, space: readonly Coordinate[]): string {
  return patternOf(term, (name) => describe(space.find((c) => c.name === name)));
}

function describe(coordinate: Coordinate | undefined): string {
  if (!coordinate) return '?';
  const { range, values, studied } = coordinate;
  return `${studied ? 's' : 'p'}${range.loOpen}${range.lo},${range.hi}${range.hiOpen}{${values?.join() ?? ''}}`;
}

/** A sum of parts without common variables under study: convex when all are, refuted by any. */
function joined(decisions: readonly Decision[], count: number): Decision {
  const proof = (pick: (d: Decision) => string | null): string | null => {
    const proofs = decisions.map(pick);
    if (!proofs.every((p) => p !== null)) return null;
    const how = [...new Set(proofs)].join('; ');
    return decisions.length < count ? `separable: ${count} parts, one of each form proved: ${how}` : `separable: ${how}`;
  };
  return {
    convexProof: proof((d) => d.convexProof),
    concaveProof: proof((d) => d.concaveProof),
    notConvex: decisions.find((d) => d.notConvex)?.notConvex ?? null,
    notConcave: decisions.find((d) => d.notConcave)?.notConcave ?? null,
  };
}

function decideWhole(algebra: Algebra, term: Term, space: readonly Coordinate[]): Decision {
  const used = space.filter((c) => term.free.has(c.name));
  const names = used.map((c) => c.name);
  const tagged = (refutation: Refutation | null): PartRefutation | null => refutation && { ...refutation, names };
  const disprover = new Disprover(algebra, term, used);
  const plain = disprover.plain(PLAIN_PAIRS);
  const { interior, inner, prove } = proverOf(algebra, term, used);
  const convexProof = plain.convex ? null : prove(inner);
  const concaveProof = plain.concave ? null : prove(interior.negative(inner));
  const open = (!plain.convex && !convexProof) || (!plain.concave && !concaveProof);
  const hints = open ? hintsOf(term, used) : [];
  return {
    convexProof,
    concaveProof,
    notConvex: tagged(plain.convex ?? (convexProof ? null : disprover.wild(WILD_PAIRS, 'convex', hints))),
    notConcave: tagged(plain.concave ?? (concaveProof ? null : disprover.wild(WILD_PAIRS, 'concave', hints))),
  };
}

/** A term on the interior of its domain, and what proves one there; nothing does where it jumps at an end. */
function proverOf(
  algebra: Algebra,
  term: Term,
  used: readonly Coordinate[],
): { interior: TermAlgebra; inner: Term; prove: (term: Term) => string | null } {
  const continuous = !mayJump(term, used) || isContinuousAtEnds(term, used);
  const interior = interiorOf(algebra, used);
  const variables = used.filter((c) => c.studied).map((c) => c.name);
  const values = new Map(used.flatMap((c) => (c.values && !c.studied ? [[c.name, c.values] as const] : [])));
  const prove = (t: Term): string | null =>
    continuous ? proveConvex({ algebra: interior, term: t, variables, values, depth: 0, effort: { asked: 0 } }) : null;
  return { interior, inner: rebuild(interior, term), prove };
}

const JUMPING: ReadonlySet<string> = new Set(['where', 'sign', 'floor', 'ceil', 'round']);

/** Whether an operation may jump where a studied coordinate moves; a choice that data makes does not. */
function mayJump(term: Term, space: readonly Coordinate[]): boolean {
  const studied = space.filter((c) => c.studied).map((c) => c.name);
  return inOrder(term).some((node) => JUMPING.has(node.op) && dependsOn(node.args[0] as Term, studied));
}

/** Domains without their ends: a function that is continuous up to its ends is convex on the closure too. */
function interiorOf(algebra: Algebra, space: readonly Coordinate[]): TermAlgebra {
  const studied = new Set(space.filter((c) => c.studied).map((c) => c.name));
  return new TermAlgebra(
    new Map(
      [...algebra.domains].map(([name, range]) => [
        name,
        I.isPoint(range) || !studied.has(name) ? range : { ...range, loOpen: true, hiOpen: true },
      ]),
    ),
  );
}

const SAMPLES = 6;

/** Nearer and nearer: a steep end is reached, a jump is not. */
const STEPS = [1e-9, 1e-12, 1e-15, 1e-18];

/** Whether a function has, at the closed ends of studied coordinates, the values that it tends to; other coordinates are sampled. */
function isContinuousAtEnds(term: Term, space: readonly Coordinate[]): boolean {
  const evaluate = compile(
    term,
    space.map((c) => c.name),
  );
  const random = repeatable(9);
  const isJoined = (index: number, end: number, direction: number): boolean => {
    const others = space.map((c) => drawn(c, random));
    const at = (x: number): number => evaluate(others.map((value, i) => (i === index ? x : value)));
    const here = at(end);
    const beside = STEPS.map((step) => end + direction * step * (1 + Math.abs(end))).filter((x) => x !== end);
    return Number.isNaN(here) || beside.some((x) => Math.abs(here - at(x)) <= 1e-5 * (1 + Math.abs(here)));
  };
  return space.every(({ studied, range }, index) => {
    const ends = [
      { end: range.lo, open: range.loOpen, direction: 1 },
      { end: range.hi, open: range.hiOpen, direction: -1 },
    ].filter(({ end, open }) => studied && Number.isFinite(end) && !open);
    return ends.every(({ end, direction }) => Array.from({ length: SAMPLES }).every(() => isJoined(index, end, direction)));
  });
}
