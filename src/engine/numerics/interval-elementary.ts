import { divide } from './interval-arithmetic';
import { down, productError, up } from './interval-rounding';
import { EMPTY, flagged, hull, type Interval, intersect, interval, isEmpty, isPoint, point } from './interval-type';

/** V8's worst measured error of a transcendental function is 2.02 units in the last place (tanh). */
const ULPS = 4;

/** What is known of a function besides its values: where doubles are exact, and its range. */
export interface Bounds {
  /** Arguments at which the double result is exact. */
  readonly exact?: (x: number) => boolean;
  readonly low?: number;
  readonly high?: number;
  /** Error of the double result in units in the last place; 4 when absent. */
  readonly ulps?: number;
}

const isZero = (x: number): boolean => x === 0;
const isOne = (x: number): boolean => x === 1;

/** Image under an increasing function of doubles; values at infinite ends are taken as limits, which must be exact. */
export function increasing(x: Interval, f: (x: number) => number, bounds: Bounds = {}): Interval {
  return isEmpty(x) ? x : image(x.lo, x.loOpen, x.hi, x.hiOpen, x.nan, f, bounds);
}

/** Image under a decreasing function of doubles. */
export function decreasing(x: Interval, f: (x: number) => number, bounds: Bounds = {}): Interval {
  return isEmpty(x) ? x : image(x.hi, x.hiOpen, x.lo, x.loOpen, x.nan, f, bounds);
}

/** The values from that at `low` to that at `high`, widened where doubles are not exact, and held within the bounds. */
function image(
  low: number,
  lowOpen: boolean,
  high: number,
  highOpen: boolean,
  nan: boolean,
  f: (x: number) => number,
  bounds: Bounds,
): Interval {
  const { ulps = ULPS } = bounds;
  const isLowExact = isExact(low, bounds);
  const isHighExact = isExact(high, bounds);
  const below = isLowExact ? f(low) : down(f(low), ulps);
  const above = isHighExact ? f(high) : up(f(high), ulps);
  return {
    lo: isLowExact ? below : largerOf(below, bounds.low ?? -Infinity),
    hi: isHighExact ? above : smallerOf(above, bounds.high ?? Infinity),
    loOpen: !isLowExact || lowOpen,
    hiOpen: !isHighExact || highOpen,
    nan,
  };
}

/** The first number where it is larger; NaN gives way. */
function largerOf(x: number, bound: number): number {
  return x > bound ? x : bound;
}

/** The first number where it is smaller; NaN gives way. */
function smallerOf(x: number, bound: number): number {
  return x < bound ? x : bound;
}

/** Image under a function that falls before its minimum, which is the exact double `f(at)`, and rises after it. */
export function valley(x: Interval, f: (x: number) => number, at: number, bounds: Bounds = {}): Interval {
  if (isEmpty(x) || x.lo >= at) return increasing(x, f, bounds);
  if (x.hi <= at) return decreasing(x, f, bounds);
  const left = decreasing({ ...x, hi: at, hiOpen: false }, f, bounds);
  return hull(left, increasing({ ...x, lo: at, loOpen: false }, f, bounds));
}

function isExact(x: number, bounds: Bounds): boolean {
  return !Number.isFinite(x) || (bounds.exact?.(x) ?? false);
}

/** Restricts an operand to the real domain of a function, noting what is cut off. */
function within(x: Interval, lo: number, hi: number): Interval {
  const inside = intersect(x, interval(lo, hi, false, false));
  return x.lo < lo || x.hi > hi ? flagged(inside, true) : inside;
}

/** eˣ. */
export const exp = (x: Interval): Interval => increasing(x, Math.exp, { exact: isZero, low: 0 });
/** 2ˣ. */
export const exp2 = (x: Interval): Interval =>
  increasing(x, (v) => 2 ** v, { exact: (v) => Number.isInteger(v) && Math.abs(v) < 1000, low: 0 });
/** eˣ - 1. */
export const expm1 = (x: Interval): Interval => increasing(x, Math.expm1, { exact: isZero, low: -1 });
/** ln x; a 0 gives -inf. */
export const log = (x: Interval): Interval => increasing(within(x, 0, Infinity), Math.log, { exact: (v) => v === 1 || v === 0 });
/** log₂ x. */
export const log2 = (x: Interval): Interval =>
  increasing(within(x, 0, Infinity), Math.log2, { exact: (v) => v === 0 || 2 ** Math.round(Math.log2(v)) === v });
/** log₁₀ x. */
export const log10 = (x: Interval): Interval => increasing(within(x, 0, Infinity), Math.log10, { exact: (v) => v === 1 || v === 0 });
/** ln(1 + x). */
export const log1p = (x: Interval): Interval => increasing(within(x, -1, Infinity), Math.log1p, { exact: (v) => v === 0 || v === -1 });
/** √x. */
export const sqrt = (x: Interval): Interval => increasing(within(x, 0, Infinity), Math.sqrt, { exact: isPerfectSquare, low: 0, ulps: 1 });
/** 1 / √x. */
export const rsqrt = (x: Interval): Interval => divide(point(1), sqrt(x));
/** Real cube root. */
export const cbrt = (x: Interval): Interval => increasing(x, Math.cbrt, { exact: isZero });
/** Circular tangent; the whole line when a pole may be among the operands. */
export const tan = (x: Interval): Interval =>
  x.lo > -1.5707963 && x.hi < 1.5707963 ? increasing(x, Math.tan, { exact: isZero }) : unlessEmpty(x, interval(-Infinity, Infinity));
/** Inverse sine. */
export const asin = (x: Interval): Interval => increasing(within(x, -1, 1), Math.asin, { exact: isZero });
/** Inverse cosine. */
export const acos = (x: Interval): Interval => decreasing(within(x, -1, 1), Math.acos, { exact: isOne, low: 0 });
/** Inverse tangent; its limits ±π/2 are widened. */
export const atan = (x: Interval): Interval => {
  const inner = increasing(x, Math.atan, { exact: isZero });
  return { ...inner, lo: x.lo === -Infinity ? down(inner.lo) : inner.lo, hi: x.hi === Infinity ? up(inner.hi) : inner.hi };
};
/** Hyperbolic sine. */
export const sinh = (x: Interval): Interval => increasing(x, Math.sinh, { exact: isZero });
/** Hyperbolic cosine. */
export const cosh = (x: Interval): Interval => valley(x, Math.cosh, 0, { exact: isZero, low: 1 });
/** Hyperbolic tangent. */
export const tanh = (x: Interval): Interval => increasing(x, Math.tanh, { exact: isZero, low: -1, high: 1 });
/** Inverse hyperbolic sine. */
export const asinh = (x: Interval): Interval => increasing(x, Math.asinh, { exact: isZero });
/** Inverse hyperbolic cosine. */
export const acosh = (x: Interval): Interval => increasing(within(x, 1, Infinity), Math.acosh, { exact: isOne, low: 0 });
/** Inverse hyperbolic tangent; ±1 give infinities. */
export const atanh = (x: Interval): Interval => increasing(within(x, -1, 1), Math.atanh, { exact: (v) => v === 0 || Math.abs(v) === 1 });

/** 1 / (1 + e⁻ˣ). */
export const sigmoid = (x: Interval): Interval => increasing(x, sigmoidOf, { exact: isZero, low: 0, high: 1 });
/** ln(1 + eˣ). */
export const softplus = (x: Interval): Interval => increasing(x, softplusOf, { low: 0 });
/** ln sigmoid(x). */
export const logSigmoid = (x: Interval): Interval => increasing(x, (v) => -softplusOf(-v), { high: 0 });

function sigmoidOf(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

function softplusOf(x: number): number {
  if (Math.abs(x) === Infinity) return Math.max(x, 0);
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** ⌊x⌋. */
export const floor = (x: Interval): Interval => stepped(x, Math.floor);
/** ⌈x⌉. */
export const ceil = (x: Interval): Interval => stepped(x, Math.ceil);
/** Towards 0. */
export const trunc = (x: Interval): Interval => stepped(x, Math.trunc);
/** Nearest integer, ties to even. */
export const round = (x: Interval): Interval => stepped(x, roundHalfEven);
/** -1, 0 or 1. */
export const sign = (x: Interval): Interval => {
  if (isEmpty(x)) return x;
  const low = x.lo < 0 ? -1 : x.lo === 0 && !x.loOpen ? 0 : 1;
  const high = x.hi > 0 ? 1 : x.hi === 0 && !x.hiOpen ? 0 : -1;
  return { lo: low, hi: high, loOpen: false, hiOpen: false, nan: x.nan };
};

/** An open end just above a step stays above it only where the step is at that end, so ends become closed hulls. */
function stepped(x: Interval, f: (x: number) => number): Interval {
  if (isEmpty(x)) return x;
  const high = x.hiOpen && f === Math.floor && Number.isInteger(x.hi) ? x.hi - 1 : f(x.hi);
  const low = x.loOpen && f === Math.ceil && Number.isInteger(x.lo) ? x.lo + 1 : f(x.lo);
  return { lo: low, hi: high, loOpen: x.loOpen && low === -Infinity, hiOpen: x.hiOpen && high === Infinity, nan: x.nan };
}

function roundHalfEven(x: number): number {
  const nearest = Math.round(x);
  return nearest - x === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest;
}

function isPerfectSquare(x: number): boolean {
  const root = Math.sqrt(x);
  return root * root === x && productError(root, root, x) === 0;
}

function unlessEmpty(x: Interval, image: Interval): Interval {
  return isEmpty(x) ? { ...EMPTY, nan: x.nan } : flagged(image, x.nan);
}

const HALF_PI = Math.PI / 2;

/** Circular sine. */
export const sin = (x: Interval): Interval => wave(x, Math.sin, HALF_PI);
/** Circular cosine. */
export const cos = (x: Interval): Interval => wave(x, Math.cos, 0);

/** A wave of period 2π with maxima at `crest + 2πk`; beyond 10⁵ and near an extremum the extremum is included. */
function wave(x: Interval, f: (x: number) => number, crest: number): Interval {
  if (isEmpty(x)) return x;
  const undefinedEnd = (x.lo === -Infinity && !x.loOpen) || (x.hi === Infinity && !x.hiOpen);
  const nan = x.nan || undefinedEnd;
  if (!(x.hi - x.lo < 2 * Math.PI) || Math.abs(x.lo) > 1e5 || Math.abs(x.hi) > 1e5) return interval(-1, 1, false, false, nan);
  if (isPoint(x) && x.lo === 0) return { ...point(f(0)), nan };
  const ends = [x.lo, x.hi];
  const high = meets(x, crest) ? 1 : Math.max(...ends.map((end) => (end === 0 ? f(0) : Math.min(1, up(f(end), ULPS)))));
  const low = meets(x, crest + Math.PI) ? -1 : Math.min(...ends.map((end) => (end === 0 ? f(0) : Math.max(-1, down(f(end), ULPS)))));
  return interval(low, high, low === f(0) && isOpenAt(x, 0), high === f(0) && isOpenAt(x, 0), nan);
}

/** Whether 0 is an excluded end and the function comes back to its value there at no other argument: only where it is monotone near by. */
function isOpenAt(x: Interval, end: number): boolean {
  return (x.lo === end && x.loOpen && x.hi < Math.PI) || (x.hi === end && x.hiOpen && x.lo > -Math.PI);
}

function meets(x: Interval, at: number): boolean {
  const slack = 1e-9;
  return Math.floor((x.hi - at + slack) / (2 * Math.PI)) !== Math.floor((x.lo - at - slack) / (2 * Math.PI));
}

/** Angle of the point (x, y); the full circle unless x > 0. */
export function atan2(y: Interval, x: Interval): Interval {
  if (isEmpty(x) || isEmpty(y)) return { ...EMPTY, nan: x.nan || y.nan };
  if (x.lo > 0) return atan(divide(y, x));
  return interval(down(-Math.PI), up(Math.PI), false, false, x.nan || y.nan);
}
