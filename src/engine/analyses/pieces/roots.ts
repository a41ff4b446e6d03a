import { dd } from '../../numerics/double-double';
import type { Interval } from '../../numerics/interval';
import * as I from '../../numerics/interval';
import { down, up } from '../../numerics/interval-rounding';
import * as P from '../../numerics/polynomial';
import * as Q from '../../numerics/rational';
import { withoutPositiveFactors } from '../scalar/common-factors';
import { Derivatives } from '../scalar/derivative';
import { enclosuresAlong } from '../scalar/enclosure';
import { type Generator, rationalFunction } from '../scalar/rational-function';
import { precisely, type PreciseEvaluator } from '../scalar/precise';
import { compile, inOrder } from '../scalar/tape';
import type { Algebra, Term } from '../scalar/term';

/** A point of the line: exactly known, or inside a narrow interval. */
export interface Place {
  readonly value: number;
  readonly exact: Q.Rational | null;
  readonly around: Interval;
}

/** Roots in increasing order; `complete` when there are surely no others. */
export interface Roots {
  readonly places: readonly Place[];
  readonly complete: boolean;
  /** Nodes that were evaluated on the way. */
  readonly evaluated: number;
}

/** A rational point. */
export function exactPlace(at: Q.Rational): Place {
  const value = Q.toNumber(at);
  const isDouble = Q.equals(Q.fromBinary(value), at);
  return { value, exact: at, around: isDouble ? I.point(value) : I.interval(down(value), up(value)) };
}

/** Zeros of a term of one variable strictly inside an interval. */
export function rootsOf(algebra: Algebra, term: Term, variable: string, domain: Interval): Roots {
  if (!term.free.has(variable)) return { places: [], complete: true, evaluated: 0 };
  const range = algebra.range(term);
  if (I.isPositive(range) || I.isNegative(range)) return { places: [], complete: true, evaluated: 0 };
  const plain = withoutPositiveFactors(algebra, term);
  return exactRoots(plain, variable, domain) ?? searchedRoots(algebra, plain, variable, domain);
}

function exactRoots(term: Term, variable: string, domain: Interval): Roots | null {
  const rational = rationalFunction(term, variable);
  if (!rational) return null;
  const { numerator, generator } = rational;
  if (numerator.length === 0) return { places: [], complete: false, evaluated: 0 };
  const inside = (place: Place): boolean => place.value > domain.lo && place.value < domain.hi;
  const [low, high] =
    generator.kind === 'root' && generator.order === 1 ? [endOf(domain.lo), endOf(domain.hi)] : [Q.ZERO, 'highest' as const];
  const places = P.isolateRoots(numerator, low, high)
    .map((root) => placeOf(root, generator))
    .filter(inside);
  const atZero = generator.kind === 'root' && generator.order > 1 && P.signAt(numerator, Q.ZERO) === 0 && domain.lo < 0 && domain.hi > 0;
  return { places: sorted(atZero ? [...places, exactPlace(Q.ZERO)] : places), complete: true, evaluated: 0 };
}

function endOf(x: number): P.ExtendedPoint {
  return x === Infinity ? 'highest' : x === -Infinity ? 'lowest' : Q.fromBinary(x);
}

/** The variable's value at a root of the generator. */
function placeOf(root: P.Root, generator: Generator): Place {
  const exact = Q.equals(root.low, root.high) ? root.low : null;
  const around = I.interval(down(Q.toNumber(root.low)), up(Q.toNumber(root.high)));
  if (generator.kind === 'root') {
    if (exact) return exactPlace(Q.power(exact, generator.order));
    return narrow(I.integerPower(around, generator.order));
  }
  if (exact && Q.equals(exact, Q.ONE)) return exactPlace(Q.ZERO);
  return narrow(I.divide(I.log(around), I.interval(down(Q.toNumber(generator.rate)), up(Q.toNumber(generator.rate)))));
}

function narrow(around: Interval): Place {
  return { value: around.lo / 2 + around.hi / 2, exact: null, around };
}

function sorted(places: readonly Place[]): readonly Place[] {
  return [...places].sort((a, b) => a.value - b.value);
}

/** Values of a term on an interval of its variable. */
type OnBox = (box: Interval) => Interval;

const BOXES = 200;

/** Evaluations of nodes that one search may cost. */
const EFFORT = 8000;
const MOST_ROOTS = 40;

/** Interval bisection: a box without 0 goes, a box on which the term is strictly monotone holds at most one root. */
function searchedRoots(algebra: Algebra, term: Term, variable: string, domain: Interval): Roots {
  const slope = new Derivatives(algebra, variable).of(term);
  const [valueOn, slopeOn] = enclosuresAlong(algebra, variable, [term, slope]) as [OnBox, OnBox];
  const valueAt = (at: number): Interval => valueOn(I.point(at));
  const precise = precisely(term, [variable]);
  const inDoubles = compile(term, [variable]);
  // Where 0 meets an infinity, an interval's product of the two is no limit.
  const isTold = (at: number): boolean => Number.isFinite(at) && !Number.isNaN(inDoubles([at]));
  const signOfValue = (at: number): number => signNear(valueAt(at), precise, at);
  const places: Place[] = [];
  let complete = true;
  const open: Interval[] = [domain];
  const touching = touchingRoot(algebra, term, variable);
  const most = Math.min(BOXES, EFFORT / inOrder(term).length);
  const nodes = inOrder(term, slope).length;
  let used = 0;
  for (; open.length > 0; used++) {
    if (used >= most || places.length > MOST_ROOTS) return { places: sorted(places), complete: false, evaluated: used * nodes };
    const box = open.shift() as Interval;
    if (hasNoRoot(valueOn(box))) continue;
    const steep = slopeOn(box);
    if (isTold(box.lo) && isTold(box.hi) && !steep.nan && (I.isPositive(steep) || I.isNegative(steep))) {
      const root = bisected(signOfValue, valueAt, box);
      if (root) places.push(root);
      continue;
    }
    if (leavesZero(steep, box, signOfValue)) continue;
    const only = touching(box);
    if (only) places.push(only);
    if (only) continue;
    const middle = middleOf(box);
    if (!(middle > box.lo && middle < box.hi) || Math.abs(middle) > 1e12) complete = false;
    else if (box.hi - box.lo < 1e-9 * (1 + Math.abs(middle))) {
      const short = shortRoot(valueAt, box);
      places.push(short ?? narrow(box));
      complete &&= short !== null;
    } else open.push({ ...box, hi: middle, hiOpen: false }, { ...box, lo: middle, loOpen: true });
  }
  return { places: distinct(sorted(places)), complete, evaluated: used * nodes };
}

function hasNoRoot(value: Interval): boolean {
  return I.isEmpty(value) || I.isPositive(value) || I.isNegative(value);
}

/** Whether a function moves away from 0 from the finite end of a half-line on. */
function leavesZero(slope: Interval, { lo, hi }: Interval, signAt: (x: number) => number): boolean {
  if (slope.nan || Number.isFinite(lo) === Number.isFinite(hi)) return false;
  const rises = I.isNonNegative(slope) ? 1 : I.isNonPositive(slope) ? -1 : 0;
  const away = Number.isFinite(lo) ? rises : -rises;
  return away !== 0 && signAt(Number.isFinite(lo) ? lo : hi) === away;
}

function middleOf({ lo, hi }: Interval): number {
  if (lo === -Infinity && hi === Infinity) return 0.123;
  if (hi === Infinity) return lo > 0 ? lo * 8 : lo + 1.37;
  if (lo === -Infinity) return hi < 0 ? hi * 8 : hi - 1.37;
  return lo / 2 + hi / 2;
}

/** Neighbouring boxes may both report a root on their common end. */
function distinct(places: readonly Place[]): readonly Place[] {
  return places.filter((place, i) => i === 0 || place.value - (places[i - 1] as Place).value > 3e-9 * (1 + Math.abs(place.value)));
}

/** The root of a monotone function, or null when both ends surely have one sign. */
function bisected(signAt: (x: number) => number, valueAt: (x: number) => Interval, box: Interval): Place | null {
  let [low, high] = [box.lo, box.hi];
  const [atLow, atHigh] = [signAt(low), signAt(high)];
  if (atLow !== 0 && atLow === atHigh) return null;
  if (atLow === 0 || atHigh === 0) return narrow(I.point(atLow === 0 ? low : high));
  for (let i = 0; i < 160; i++) {
    const middle = between(low, high);
    if (!(middle > low && middle < high)) break;
    const sign = signAt(middle);
    if (sign === 0) return plain(valueAt, I.interval(Math.max(low, down(middle, 64)), Math.min(high, up(middle, 64))), middle);
    if (sign === atLow) low = middle;
    else high = middle;
  }
  return narrow(I.interval(low, high));
}

const HIGHEST_ORDER = 4;

/** Finds the only root of a box at a number of few digits: derivatives vanish there up to an order whose derivative has one sign on the box. */
function touchingRoot(algebra: Algebra, term: Term, variable: string): (box: Interval) => Place | null {
  const derivatives = new Derivatives(algebra, variable);
  const orders: Term[] = [term];
  const order = (n: number): Term => (orders[n] ??= derivatives.of(order(n - 1)));
  const known: OnBox[] = [];
  const valueOf = (n: number, box: Interval): Interval => (known[n] ??= enclosuresAlong(algebra, variable, [order(n)])[0] as OnBox)(box);
  return (box) => {
    if (!(box.hi - box.lo < 1e-3)) return null;
    const root = shortRoot((at) => valueOf(0, I.point(at)), box);
    if (!root) return null;
    for (let n = 1; n <= HIGHEST_ORDER; n++) {
      if (inOrder(order(n)).length > LARGEST) return null;
      const range = valueOf(n, box);
      if (!range.nan && (I.isPositive(range) || I.isNegative(range))) return root;
      const here = valueOf(n, I.point(root.value));
      if (!(here.lo === 0 && here.hi === 0)) return null;
    }
    return null;
  };
}

/** Derivatives of more nodes are not evaluated. */
const LARGEST = 120;

/** A number of few digits in a narrow box at which the term is exactly 0: where it touches 0 without a change of sign. */
function shortRoot(valueAt: (x: number) => Interval, box: Interval): Place | null {
  const middle = box.lo / 2 + box.hi / 2;
  const candidates = [Math.abs(middle) < 1e-6 ? 0 : NaN, Number(middle.toPrecision(6)), Number(middle.toPrecision(3))];
  const found = candidates.find((x) => x >= box.lo - 1e-9 && x <= box.hi + 1e-9 && valueAt(x).lo === 0 && valueAt(x).hi === 0);
  return found === undefined ? null : exactPlace(Q.fromNumber(found));
}

/** The mean; of positive ends that differ by orders of magnitude the geometric one. */
function between(low: number, high: number): number {
  if (low < 0) return high > 0 ? low / 2 + high / 2 : -between(-high, -low);
  if (high <= 64 * low) return low / 2 + high / 2;
  return low === 0 ? high * 2 ** -12 : Math.sqrt(low) * Math.sqrt(high);
}

/** A root with few digits is that number when the function is exactly 0 there. */
function plain(valueAt: (x: number) => Interval, around: Interval, at: number): Place {
  const short = Number(at.toPrecision(6));
  const exact = I.contains(around, short) && I.isPoint(valueAt(short)) && valueAt(short).lo === 0;
  return exact ? exactPlace(Q.fromNumber(short)) : { value: at, exact: null, around };
}

/** The sign of a value in doubles, or where these leave it open in extended precision. */
function signNear(value: Interval, precise: PreciseEvaluator, at: number): number {
  const sign = signOf(value);
  if (sign !== 0 || (value.lo === 0 && value.hi === 0)) return sign;
  const ball = precise([dd(at)]);
  return ball && Math.abs(ball.mid.hi) > ball.rad ? Math.sign(ball.mid.hi) : 0;
}

function signOf(value: Interval): -1 | 0 | 1 {
  return I.isPositive(value) ? 1 : I.isNegative(value) ? -1 : 0;
}
