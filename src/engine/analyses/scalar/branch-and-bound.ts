import type { Interval } from '../../numerics/interval';
import * as I from '../../numerics/interval';
import { drawn, repeatable } from './coordinate';
import { Derivatives } from './derivative';
import { type Enclosure, enclosureOf } from './enclosure';
import { compile, inOrder } from './tape';
import type { Algebra, Term } from './term';

/** Result of a search: the weak sign everywhere, a box on which it is surely the other way, or neither within the budget. */
export interface Bounded {
  readonly nonNegative: boolean;
  readonly negativeAt: ReadonlyMap<string, number> | null;
  /** Nodes that were evaluated. */
  readonly evaluated: number;
}

type Box = ReadonlyMap<string, Interval>;

/** The domains of variables as a box. */
export function boxOf(algebra: Algebra, names: readonly string[]): Box {
  return new Map(names.map((name) => [name, algebra.range(algebra.variable(name))]));
}

/** Decides `term ≥ 0` on a box by interval evaluation and bisection; `budget` counts evaluations of nodes. */
export function boundBelow(algebra: Algebra, term: Term, box: Box, budget: number): Bounded {
  const below = seenBelow(term, box);
  const size = inOrder(term).length;
  const valueOn = enclosureOf(algebra, term);
  if (below && isNegativeAt(valueOn, below)) return { nonNegative: false, negativeAt: below, evaluated: SAMPLES * size };
  const slopes = [...box.keys()].map((name) => [name, new Derivatives(algebra, name).of(term)] as const);
  const slopesOn = slopes.map(([name, slope]) => [name, enclosureOf(algebra, slope)] as const);
  const open: Box[] = [box];
  const each = size + slopes.reduce((total, [, slope]) => total + inOrder(slope).length, 0);
  const answer = (nonNegative: boolean, negativeAt: Bounded['negativeAt'], used: number): Bounded => ({
    nonNegative,
    negativeAt,
    evaluated: SAMPLES * size + used * each,
  });
  let used = 0;
  for (; open.length > 0; used++) {
    if (used >= budget / each) return answer(false, null, used);
    const here = open.shift() as Box;
    const value = valueOn(here);
    if (!value.nan && I.isNonNegative(value)) continue;
    if (I.isNegative(value) && !value.nan) return answer(false, centreOf(here), used);
    const narrowed = atLowestCorner(valueOn, slopesOn, here);
    if (narrowed && I.isNonNegative(narrowed) && !narrowed.nan) continue;
    const halves = split(here);
    if (!halves) return answer(false, null, used);
    open.push(...halves);
  }
  return answer(true, null, used);
}

const SAMPLES = 64;

/** A point of the box at which the term is below 0 in doubles; looking costs little next to a proof that must fail. */
function seenBelow(term: Term, box: Box): ReadonlyMap<string, number> | null {
  const names = [...box.keys()];
  const space = names.map((name) => ({ name, range: box.get(name) as Interval, values: null, studied: true }));
  const evaluate = compile(term, names);
  const random = repeatable(5);
  for (let i = 0; i < SAMPLES; i++) {
    const point = space.map((c) => drawn(c, random));
    if (evaluate(point) < 0) return new Map(names.map((name, k) => [name, point[k] as number]));
  }
  return null;
}

function isNegativeAt(valueOn: Enclosure, point: ReadonlyMap<string, number>): boolean {
  const value = valueOn(new Map([...point].map(([name, x]) => [name, I.point(x)])));
  return !value.nan && I.isNegative(value);
}

/** Value with monotone variables moved to the end where the term is least; null when none is monotone. */
function atLowestCorner(valueOn: Enclosure, slopesOn: readonly (readonly [string, Enclosure])[], box: Box): Interval | null {
  const corner = new Map(box);
  let moved = false;
  for (const [name, slopeOn] of slopesOn) {
    const side = box.get(name) as Interval;
    if (I.isPoint(side)) continue;
    const steepness = slopeOn(box);
    if (steepness.nan) continue;
    const end = I.isNonNegative(steepness) ? side.lo : I.isNonPositive(steepness) ? side.hi : NaN;
    if (!Number.isFinite(end)) continue;
    corner.set(name, I.point(end));
    moved = true;
  }
  return moved ? valueOn(corner) : null;
}

/** Halves the widest side; unbounded sides at powers of 8. */
function split(box: Box): readonly [Box, Box] | null {
  const [name, side] = [...box].reduce((widest, entry) => (sizeOf(entry[1]) > sizeOf(widest[1]) ? entry : widest));
  const middle = middleOf(side);
  if (!(middle > side.lo && middle < side.hi) || sizeOf(side) < 1e-12) return null;
  const left = { ...side, hi: middle, hiOpen: false };
  const right = { ...side, lo: middle, loOpen: false };
  return [new Map([...box, [name, left]]), new Map([...box, [name, right]])];
}

function sizeOf(i: Interval): number {
  return I.isPoint(i) ? 0 : I.widthOf(i);
}

/** Where to cut: in the middle, geometrically when the ends differ by orders of magnitude. */
function middleOf({ lo, hi }: Interval): number {
  if (lo === -Infinity && hi === Infinity) return 0;
  if (hi === Infinity) return lo > 0 ? lo * 8 : lo === 0 ? 1 : -lo / 8 + 1;
  if (lo === -Infinity) return hi < 0 ? hi * 8 : hi === 0 ? -1 : -(hi / 8 + 1);
  if (lo === 0 && hi > 1e-6) return hi > 1 ? 1 : hi / 8;
  if (hi === 0 && lo < -1e-6) return lo < -1 ? -1 : lo / 8;
  if (lo > 0 && hi / lo > 100) return Math.sqrt(lo) * Math.sqrt(hi);
  if (hi < 0 && lo / hi > 100) return -Math.sqrt(-lo) * Math.sqrt(-hi);
  return lo / 2 + hi / 2;
}

function centreOf(box: Box): ReadonlyMap<string, number> {
  return new Map([...box].map(([name, side]) => [name, I.isPoint(side) ? side.lo : middleOf(side)]));
}
