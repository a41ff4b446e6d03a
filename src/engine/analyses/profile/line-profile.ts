import { contains, type Interval } from '../../numerics/interval';
import { dd } from '../../numerics/double-double';
import { once } from '../../ops/shared/remember';
import { limitAt } from '../pieces/germ';
import { type Piece, piecesOf } from '../pieces/piecewise';
import { type Place, rootsOf } from '../pieces/roots';
import { withoutPositiveFactors } from '../scalar/common-factors';
import { Derivatives } from '../scalar/derivative';
import { precisely } from '../scalar/precise';
import { compile, type Evaluator, inOrder } from '../scalar/tape';
import type { Term } from '../scalar/term';
import { isNumber } from '../scalar/term';
import { centre, limitAtEnd, limitInside } from './limits';

/** A function of one variable at one end of its domain. */
export interface EndProfile {
  readonly at: number;
  readonly value: () => number | null;
  readonly slope: number | null;
}

/** Extremes and ends of a function of one variable; infinite extremes are ±Infinity, unknown ones null. */
export interface LineProfile {
  /** Infimum. */
  lower(): number | null;
  /** Supremum. */
  upper(): number | null;
  readonly ends: readonly [EndProfile, EndProfile];
  /** Supremum of |f′|. */
  steepest(): number | null;
  /** Supremum of |f″| over the pieces. */
  sharpest(): number | null;
  /** Whether f never falls where it has risen before; null where its turning points or its jumps are not all known. */
  valley(): boolean | null;
  /** Intervals on which f′ is 0 throughout. */
  readonly flat: readonly (readonly [number, number])[];
}

interface Extent {
  readonly low: number;
  readonly high: number;
}

/** Profile of a function on an interval, slopes and ends inside of it; null when its pieces are not all known. */
export function profileOf(term: Term, variable: string, whole: Interval): LineProfile | null {
  const domain = { ...whole, loOpen: true, hiOpen: true };
  const { pieces, complete } = piecesOf(term, variable, domain);
  if (!complete) return null;
  const slopes = pieces.map((piece) => derived(piece, variable));
  const values = once(() => {
    const inside = extentOf(pieces, variable, domain);
    const beside = inside && valuesApart(term, variable, pieces, whole);
    return beside && { low: Math.min(inside.low, ...beside), high: Math.max(inside.high, ...beside) };
  });
  const end = (side: 1 | -1): EndProfile => {
    const at = side === 1 ? domain.lo : domain.hi;
    const index = side === 1 ? 0 : pieces.length - 1;
    const value = once(() => towards(pieces[index] as Piece, variable, at, side));
    return { at, value, slope: towards(slopes[index] as Piece, variable, at, side) };
  };
  const ends = [end(1), end(-1)] as const;
  const steps = once(() => ends.map((one) => stepAt(term, variable, whole, one)));
  const largest = (on: () => readonly Piece[]): number | null =>
    steps().some((one) => one !== 0 && one !== null) ? Infinity : largestOn(on(), variable, domain);
  return {
    lower: () => values()?.low ?? null,
    upper: () => values()?.high ?? null,
    ends,
    steepest: () => largest(() => slopes),
    sharpest: () => largest(() => slopes.map((piece) => derived(piece, variable))),
    valley: () => isValley(term, pieces, variable, domain, steps()),
    flat: flatOf(pieces, slopes, domain),
  };
}

/** Values where pieces meet and at closed ends: they may lie apart from what is near. Null where one cannot be told. */
function valuesApart(
  term: Term,
  variable: string,
  pieces: readonly Piece[],
  { lo, hi, loOpen, hiOpen }: Interval,
): readonly number[] | null {
  const seams = pieces.flatMap(({ high }) => (high?.exact ? [high.value] : []));
  const ends = [...(loOpen ? [] : [lo]), ...(hiOpen ? [] : [hi])];
  const values = [...seams, ...ends].filter(Number.isFinite).map((x) => valueAlone(term, variable, x));
  return values.includes(null) ? null : (values.filter((value) => value !== null && !Number.isNaN(value)) as number[]);
}

/** The value at a double, NaN where it has none; null where doubles do not tell which branch is taken. */
function valueAlone(term: Term, variable: string, x: number): number | null {
  const ball = precisely(term, [variable])([dd(x)]);
  if (ball) return ball.mid.hi;
  return inOrder(term).some(({ op }) => STEPS.has(op)) ? null : compile(term, [variable])([x]);
}

const STEPS: ReadonlySet<string> = new Set(['where', 'sign', 'floor', 'ceil', 'round']);

/** How the value at a closed end lies to that which the function tends to there; null where that is not known. */
function stepAt(term: Term, variable: string, whole: Interval, { at, value }: EndProfile): Course | null {
  if (!contains(whole, at)) return 0;
  const [here, limit] = [valueAlone(term, variable, at), value()];
  if (here === null) return null;
  return Number.isNaN(here) ? 0 : limit === null ? null : step(limit, here);
}

function derived(piece: Piece, variable: string): Piece {
  return { ...piece, term: new Derivatives(piece.algebra, variable).of(piece.term) };
}

/** Supremum of a function's size; where it is infinite at an end, nothing else counts. */
function largestOn(pieces: readonly Piece[], variable: string, domain: Interval): number | null {
  const ends = pieces.flatMap((piece) => endsOf(piece, variable, domain));
  if (ends.includes(Infinity) || ends.includes(-Infinity)) return Infinity;
  const extent = extentOf(pieces, variable, domain);
  return extent && Math.max(Math.abs(extent.low), Math.abs(extent.high));
}

function towards({ term }: Piece, variable: string, at: number, side: 1 | -1): number | null {
  return Number.isFinite(at) ? limitInside(term, variable, at, side) : limitAtEnd(term, variable, at);
}

/** Extremes over all pieces: at their ends and where the derivative is 0. */
function extentOf(pieces: readonly Piece[], variable: string, domain: Interval): Extent | null {
  const values: number[] = [];
  for (const piece of pieces) {
    const ends = endsOf(piece, variable, domain);
    const inner = ends.includes(null) ? null : turnsOf(piece, variable);
    if (!inner) return null;
    for (const value of [...ends, ...inner]) {
      if (value === null) return null;
      values.push(value);
    }
  }
  return { low: Math.min(...values), high: Math.max(...values) };
}

/** Which way a function goes: down, nowhere, up. */
type Course = -1 | 0 | 1;

function isValley(
  term: Term,
  pieces: readonly Piece[],
  variable: string,
  domain: Interval,
  [first, last]: readonly (Course | null)[],
): boolean | null {
  if (first == null || last == null) return null;
  const evaluate = compile(term, [variable]);
  const courses: Course[] = [first === 0 ? 0 : (-first as Course)];
  for (const [i, piece] of pieces.entries()) {
    const inside = coursesOf(piece, variable, domain);
    const before = pieces[i - 1];
    const steps = before ? stepsBetween(before, piece, variable, evaluate) : [];
    if (!inside || !steps) return null;
    courses.push(...steps, ...inside);
  }
  courses.push(last);
  const rise = courses.indexOf(1);
  return rise < 0 || !courses.slice(rise).includes(-1);
}

/** Between the zeros of the slope of a piece. */
function coursesOf(piece: Piece, variable: string, domain: Interval): readonly Course[] | null {
  const { algebra, low, high } = piece;
  const slope = withoutPositiveFactors(algebra, derived(piece, variable).term);
  if (isNumber(slope, 0)) return [0];
  const { places, complete } = rootsOf(algebra, slope, variable, algebra.range(algebra.variable(variable)));
  if (!complete) return null;
  const evaluate = compile(slope, [variable]);
  const ends = [low?.value ?? domain.lo, ...places.map(({ value }) => value), high?.value ?? domain.hi];
  const courses = ends.slice(1).map((end, i) => Math.sign(evaluate([inTheMiddle(ends[i] as number, end)])));
  return courses.every((course) => course === 1 || course === -1) ? courses : null;
}

function inTheMiddle(from: number, to: number): number {
  if (Number.isFinite(from)) return Number.isFinite(to) ? from / 2 + to / 2 : from + 1;
  return Number.isFinite(to) ? to - 1 : 0;
}

/** Where two pieces meet, the value may jump, to what it is there and from that. */
function stepsBetween(
  { term: before, high }: Piece,
  { term: after }: Piece,
  variable: string,
  evaluate: Evaluator,
): readonly Course[] | null {
  if (!high) return null;
  const [from, to] = [centre(limitAt(before, variable, high, -1).value), centre(limitAt(after, variable, high, 1).value)];
  if (from === null || to === null) return null;
  const here = high.exact ? evaluate([high.value]) : to;
  return Number.isFinite(here) ? [step(from, here), step(here, to)] : [step(from, to)];
}

function step(from: number, to: number): Course {
  return to === from || Math.abs(to - from) <= 1e-9 * (1 + Math.abs(from)) ? 0 : to > from ? 1 : -1;
}

/** Limits of a piece at both of its ends. */
function endsOf(piece: Piece, variable: string, domain: Interval): readonly (number | null)[] {
  const { term, low, high } = piece;
  const atEnd = (place: Place | null, end: number, side: 1 | -1): number | null =>
    place ? centre(limitAt(term, variable, place, side).value) : towards(piece, variable, end, side);
  return [atEnd(low, domain.lo, 1), atEnd(high, domain.hi, -1)];
}

/** Values of a piece where its derivative is 0; null when not all such places are known. */
function turnsOf(piece: Piece, variable: string): readonly (number | null)[] | null {
  const { term, algebra } = piece;
  const slope = withoutPositiveFactors(algebra, derived(piece, variable).term);
  if (isNumber(slope, 0)) return [];
  const { places, complete } = rootsOf(algebra, slope, variable, algebra.range(algebra.variable(variable)));
  return complete ? places.map((place) => centre(limitAt(term, variable, place, 1).value)) : null;
}

/** Neighbouring pieces that are the same constant are one zone. */
function flatOf(pieces: readonly Piece[], slopes: readonly Piece[], domain: Interval): readonly (readonly [number, number])[] {
  const zones: { from: number; to: number; level: number }[] = [];
  slopes.forEach(({ term, low, high }, i) => {
    if (!isNumber(term, 0)) return;
    const [from, to] = [low?.value ?? domain.lo, high?.value ?? domain.hi];
    const level = compile((pieces[i] as Piece).term, [])([]);
    const last = zones[zones.length - 1];
    if (last && last.to === from && last.level === level) last.to = to;
    else zones.push({ from, to, level });
  });
  return zones.map(({ from, to }) => [from, to]);
}
