import type { Interval } from '../../numerics/interval';
import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { TermAlgebra } from '../scalar/algebra';
import { rebuild } from '../scalar/rebuild';
import { compile } from '../scalar/tape';
import type { Algebra, Term } from '../scalar/term';
import { type Guard, guardsOfBranch, innermostBranches, singularGuards } from './guards';
import { type Place, type Roots, rootsOf } from './roots';

/** A function of one variable on an open interval, without branches there. */
export interface Piece {
  readonly algebra: Algebra;
  readonly term: Term;
  readonly low: Place | null;
  readonly high: Place | null;
  /** Whether its branches are surely those taken on the whole interval. */
  readonly sure: boolean;
}

/** Pieces from left to right; `complete` when there are surely no other places where branches change. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly complete: boolean;
  /** Whether there were more than are made, or than a number of steps makes: some of the pieces have branches that are not split. */
  readonly tooMany: boolean;
  /** Work that was done: nodes built, and evaluated in search of places. */
  readonly steps: number;
}

const MOST_PIECES = 60;

/** Steps after which the rest is left whole. */
const MOST_STEPS = 4_500;

/** Nodes that are evaluated in the time in which one is built. */
const EVALUATED = 10;
const MOST_ROUNDS = 40;
const MOST_LEVELS = 24;

/** Splits a function of one variable where its branches change and where it may be singular. */
export function piecesOf(term: Term, variable: string, domain: Interval): Pieces {
  const splitter = new Splitter(variable, domain);
  const pieces = splitter.resolve(term, null, null);
  const { complete, tooMany, steps } = splitter;
  return { pieces, complete: complete && !tooMany, tooMany, steps };
}

class Splitter {
  complete = true;
  tooMany = false;
  steps = 0;
  private splits = 0;

  constructor(
    private readonly variable: string,
    private readonly domain: Interval,
  ) {}

  /** Pieces of a term between two places (null: the end of the domain); `solved` are guards without zeros in between, `known` whether the term's branches are sure. */
  resolve(term: Term, low: Place | null, high: Place | null, solved: readonly Guard[] = [], known = true): readonly Piece[] {
    const range = I.interval(low ? low.around.lo : this.domain.lo, high ? high.around.hi : this.domain.hi, true, true);
    const algebra = new TermAlgebra(new Map([[this.variable, range]]));
    if (this.tooMany) return [{ algebra, term, low, high, sure: false }];
    const inside = insideOf(low?.value ?? this.domain.lo, high?.value ?? this.domain.hi);
    let current = rebuild(algebra, term);
    const sure = solved.map(({ term: guard, levels }): Guard => ({ term: rebuild(algebra, guard), levels }));
    const clear = [...sure];
    let certain = known;
    for (let round = 0; round < MOST_ROUNDS && this.steps + algebra.size <= MOST_STEPS; round++) {
      const branches = innermostBranches(current, this.variable);
      const guards =
        branches.length > 0 ? branches.flatMap((b) => guardsOfBranch(algebra, b)) : singularGuards(algebra, current, this.variable);
      const open = guards.filter((g) => !clear.some(({ term: t, levels }) => t === g.term && levels === g.levels));
      const { places, surely } = this.placesOf(algebra, open, range, low, high);
      sure.push(...surely);
      if (places.length > 0 || branches.length === 0)
        return this.splitAt({ algebra, term: current, low, high, sure: certain }, places, sure);
      clear.push(...open);
      certain &&= surely.length === open.length;
      const taken = new Map(branches.map((b) => [b, branchTaken(algebra, b, this.variable, inside)] as const));
      current = rebuild(algebra, current, (node) => taken.get(node) ?? null);
    }
    this.tooMany = true;
    return [{ algebra, term: current, low, high, sure: false }];
  }

  private splitAt(whole: Piece & { readonly algebra: TermAlgebra }, places: readonly Place[], solved: readonly Guard[]): readonly Piece[] {
    this.steps += whole.algebra.size;
    this.splits += places.length;
    if (places.length > 0 && this.splits > MOST_PIECES) this.tooMany = true;
    if (places.length === 0 || this.tooMany) return [whole];
    const ends = [whole.low, ...places, whole.high];
    return ends.slice(1).flatMap((end, i) => this.resolve(whole.term, ends[i] as Place | null, end, solved, whole.sure));
  }

  /** Places where guards vanish, and the guards of which these are surely all. */
  private placesOf(
    algebra: Algebra,
    guards: readonly Guard[],
    range: Interval,
    low: Place | null,
    high: Place | null,
  ): { readonly places: readonly Place[]; readonly surely: readonly Guard[] } {
    const found: Place[] = [];
    const surely: Guard[] = [];
    for (const guard of guards) {
      this.tooMany ||= this.steps > MOST_STEPS;
      if (this.tooMany) break;
      const { places, complete, evaluated } = levelRoots(algebra, guard, this.variable, range);
      this.steps += evaluated / EVALUATED;
      if (complete) surely.push(guard);
      if (!complete) this.complete = false;
      found.push(...places);
    }
    const ends = [low, high].filter((end) => end !== null);
    const inner = found.filter((p) => isInside(p, range) && !ends.some((end) => coincide(p, end))).sort((a, b) => a.value - b.value);
    return { places: inner.filter((p, i) => i === 0 || !coincide(p, inner[i - 1] as Place)), surely };
  }
}

function isInside(place: Place, range: Interval): boolean {
  return place.value > range.lo && place.value < range.hi;
}

/** Whether two places cannot be told apart: equal exact values, or overlapping enclosures. */
function coincide(a: Place, b: Place): boolean {
  if (a.exact && b.exact) return Q.equals(a.exact, b.exact);
  return a.around.lo <= b.around.hi && b.around.lo <= a.around.hi;
}

function levelRoots(algebra: Algebra, guard: Guard, variable: string, range: Interval): Roots {
  if (guard.levels === 'zero') return rootsOf(algebra, guard.term, variable, range);
  const shift = guard.levels === 'integers' ? Q.ZERO : Q.rational(1, 2);
  const values = algebra.range(guard.term);
  const [low, high] = [Math.max(values.lo, -MOST_LEVELS / 2), Math.min(values.hi, MOST_LEVELS / 2)];
  const places: Place[] = [];
  let complete = low === values.lo && high === values.hi;
  let evaluated = 0;
  for (let level = Math.floor(low) - 1; level <= Math.ceil(high) + 1; level++) {
    const shifted = algebra.sum(Q.negative(Q.add(Q.rational(level), shift)), [{ weight: Q.ONE, term: guard.term }]);
    const roots = rootsOf(algebra, shifted, variable, range);
    places.push(...roots.places);
    complete &&= roots.complete;
    evaluated += roots.evaluated;
  }
  return { places, complete, evaluated };
}

/** A point strictly between two ends, away from round numbers. */
function insideOf(low: number, high: number): number {
  if (low === -Infinity && high === Infinity) return 0.4142;
  if (high === Infinity) return low + 0.7321 * (1 + Math.abs(low));
  if (low === -Infinity) return high - 0.7321 * (1 + Math.abs(high));
  return low + 0.4142 * (high - low);
}

/** What a branching node is on an interval where its guards have no zero, read off at a point inside; itself where doubles do not reach as far. */
function branchTaken(algebra: Algebra, node: Term, variable: string, inside: number): Term {
  const valueOf = (t: Term): number => compile(t, [variable])([inside]);
  const [argument, then, otherwise] = node.args as [Term, Term, Term];
  switch (node.op) {
    case 'abs':
      return valueOf(argument) < 0 ? algebra.negative(argument) : argument;
    case 'max':
      return node.args.reduce((best, a) => (valueOf(a) > valueOf(best) ? a : best));
    case 'where':
      return valueOf(argument) < 0 && node.name !== '=' ? then : isZeroThroughout(argument) && node.name !== '<' ? then : otherwise;
    case 'oddroot': {
      const exponent = Q.divide(Q.ONE, node.constant);
      return valueOf(argument) < 0
        ? algebra.negative(algebra.power(algebra.negative(argument), exponent))
        : algebra.power(argument, exponent);
    }
    default: {
      const value = valueOf(node);
      return Number.isFinite(value) ? algebra.number(value) : node;
    }
  }
}

function isZeroThroughout(term: Term): boolean {
  return term.op === 'number' && term.constant.numerator === 0n;
}
