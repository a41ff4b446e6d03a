import * as I from '../../numerics/interval';
import { TermAlgebra } from '../scalar/algebra';
import { rebuild } from '../scalar/rebuild';
import { compile, inOrder } from '../scalar/tape';
import type { Algebra, Term } from '../scalar/term';
import { Disprover, type Refutation } from './disprove';
import { proveConvex } from './prove';
import type { Coordinate } from './space';

/** What was found of a scalar function: proofs, refutations, or neither, of each side. */
export interface Decision {
  readonly convexProof: string | null;
  readonly concaveProof: string | null;
  readonly notConvex: Refutation | null;
  readonly notConcave: Refutation | null;
}

const PLAIN_PAIRS = 700;
const WILD_PAIRS = 12000;

/** Decides convexity and concavity of a term in the studied coordinates, for all values of the others. */
export function decide(algebra: Algebra, term: Term, space: readonly Coordinate[]): Decision {
  const used = space.filter((c) => term.free.has(c.name));
  const disprover = new Disprover(algebra, term, used);
  const plain = disprover.plain(PLAIN_PAIRS);
  const interior = interiorOf(algebra, term, used);
  const variables = used.filter((c) => c.studied).map((c) => c.name);
  const prove = (sign: 1 | -1): string | null => {
    const inner = rebuild(interior, term);
    return proveConvex({ algebra: interior, term: sign === 1 ? inner : interior.negative(inner), variables, depth: 0 });
  };
  const convexProof = plain.convex ? null : prove(1);
  const concaveProof = plain.concave ? null : prove(-1);
  return {
    convexProof,
    concaveProof,
    notConvex: plain.convex ?? (convexProof ? null : disprover.wild(WILD_PAIRS, 'convex')),
    notConcave: plain.concave ?? (concaveProof ? null : disprover.wild(WILD_PAIRS, 'concave')),
  };
}

const JUMPING: ReadonlySet<string> = new Set(['where', 'sign', 'floor', 'ceil', 'round']);

/**
 * Domains without their ends: a function that is continuous up to its ends is convex on the closure too. Where a jump
 * could hide at an end, the ends stay.
 */
function interiorOf(algebra: Algebra, term: Term, space: readonly Coordinate[]): TermAlgebra {
  const jumps = inOrder(term).some((node) => JUMPING.has(node.op)) && !isContinuousAtEnds(algebra, term, space);
  if (jumps) return new TermAlgebra(algebra.domains);
  return new TermAlgebra(new Map([...algebra.domains].map(([name, range]) => [name, I.isPoint(range) ? range : { ...range, loOpen: true, hiOpen: true }])));
}

/** Whether a function of one variable has, at closed ends, the value that it tends to. */
function isContinuousAtEnds(algebra: Algebra, term: Term, space: readonly Coordinate[]): boolean {
  const [only] = space;
  if (space.length !== 1 || !only) return space.every((c) => !Number.isFinite(c.range.lo) && !Number.isFinite(c.range.hi));
  const evaluate = compile(term, [only.name]);
  const { lo, hi, loOpen, hiOpen } = algebra.range(algebra.variable(only.name));
  const near = (end: number, direction: number): boolean => {
    const [here, beside] = [evaluate([end]), evaluate([end + direction * 1e-9 * (1 + Math.abs(end))])];
    return Math.abs(here - beside) <= 1e-6 * (1 + Math.abs(here));
  };
  return (loOpen || near(lo, 1)) && (hiOpen || near(hi, -1));
}
