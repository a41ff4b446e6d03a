import * as D from '../../numerics/double-double';
import * as Q from '../../numerics/rational';

type Number = D.DoubleDouble;

/** A value of about 30 digits and a bound of its error. */
export interface Ball {
  readonly mid: Number;
  readonly rad: number;
}

/** More than any error of one operation, relative to its result. */
const UNIT = 2 ** -94;

/** A rational number; exact when it is a double. */
export function preciseNumber(value: Q.Rational): Number {
  const hi = Q.toNumber(value);
  return Number.isFinite(hi) ? D.dd(hi, Q.toNumber(Q.subtract(value, Q.fromBinary(hi)))) : D.dd(hi);
}

/** A rational number as a ball. */
export function constant(value: Q.Rational): Ball {
  const mid = preciseNumber(value);
  return { mid, rad: mid.lo === 0 ? 0 : Math.abs(mid.hi) * 2 ** -104 };
}

function sizeOf({ mid, rad }: Ball): number {
  return Math.abs(mid.hi) + rad;
}

/** 1. */
export const ONE: Ball = { mid: D.dd(1), rad: 0 };

/** Whether a ball is one double: sums and products of two such are exact, unless they leave the range of doubles. */
function isDouble({ mid, rad }: Ball): boolean {
  return rad === 0 && mid.lo === 0;
}

/** a + b. */
export function plus(a: Ball, b: Ball): Ball {
  const mid = D.add(a.mid, b.mid);
  if (isDouble(a) && isDouble(b) && Math.abs(mid.hi) < 2 ** 900) return { mid, rad: 0 };
  return { mid, rad: a.rad + b.rad + UNIT * Math.abs(mid.hi) };
}

/** a · b. */
export function times(a: Ball, b: Ball): Ball {
  const mid = D.multiply(a.mid, b.mid);
  const inRange = Math.abs(mid.hi) > 2 ** -900 ? Math.abs(mid.hi) < 2 ** 900 : a.mid.hi === 0 || b.mid.hi === 0;
  if (isDouble(a) && isDouble(b) && inRange) return { mid, rad: 0 };
  return { mid, rad: a.rad * sizeOf(b) + b.rad * sizeOf(a) + UNIT * Math.abs(mid.hi) };
}

/** x^weight: the slope at the nearest point to 0 bounds the error. */
export function raised(x: Ball, weight: Q.Rational): Ball | null {
  const w = Q.toNumber(weight);
  if (w === 1) return x;
  const whole = Q.isInteger(weight) && Math.abs(w) <= 1000;
  if (x.mid.hi === 0 && x.rad === 0) return w > 0 ? { mid: D.dd(0), rad: 0 } : null;
  const nearest = Math.abs(x.mid.hi) - x.rad;
  if (!(whole && w > 0) && !(nearest > 1e6 * x.rad)) return null;
  if (!whole && x.mid.hi < 0) return null;
  const mid = D.power(x.mid, whole ? D.dd(w) : preciseNumber(weight));
  const steepest = Math.abs(w) * (w >= 1 ? sizeOf(x) : nearest) ** (w - 1);
  const growth = whole ? 1 + Math.abs(w) : 1 + Math.abs(w * Math.log(Math.abs(x.mid.hi)));
  return { mid, rad: (x.rad === 0 ? 0 : 2 * steepest * x.rad) + UNIT * growth * Math.abs(mid.hi) };
}

/** a - b. */
export function difference(a: Number, b: Number): Number {
  return D.add(a, D.multiply(b, D.dd(-1)));
}

/** The real root of odd order. */
export function oddRoot(x: Ball, order: Q.Rational): Ball | null {
  if (x.mid.hi === 0) return x.rad === 0 ? x : null;
  const sign = D.dd(Math.sign(x.mid.hi));
  const size = raised({ mid: D.multiply(x.mid, sign), rad: x.rad }, Q.divide(Q.ONE, order));
  return size && { mid: D.multiply(size.mid, sign), rad: size.rad };
}

/** A function of a ball. */
export type Known = (x: Ball) => Ball | null;

/** A value from an argument that is off by `rad`, where the function is at most this steep. */
export function imageOf(mid: Number, steepest: number, rad: number, floor = 0): Ball {
  return { mid, rad: (rad === 0 ? 0 : 2 * steepest * rad) + UNIT * (Math.abs(mid.hi) + floor) };
}

function negated(x: Number): Number {
  return D.multiply(x, D.dd(-1));
}

function size(x: Number): Number {
  return x.hi < 0 ? negated(x) : x;
}

/** A step function away from its steps, and on them where the argument is a double and the function rounds one way. */
function step(f: (x: number) => number, toStep: (x: number) => number, onStep = true): Known {
  return ({ mid, rad }) => {
    const exact = onStep && rad === 0 && mid.lo === 0;
    return exact || toStep(mid.hi) > rad + Math.abs(mid.lo) ? { mid: D.dd(f(mid.hi)), rad: 0 } : null;
  };
}

function toWhole(x: number): number {
  return Math.abs(x - Math.round(x));
}

function asinOf({ mid, rad }: Ball): Ball | null {
  const rest = D.multiply(difference(D.dd(1), mid), D.add(D.dd(1), mid));
  if (!(rest.hi > 1e-6)) return null;
  return imageOf(D.atan(D.divide(mid, D.sqrt(rest))), 1 / Math.sqrt(rest.hi), rad, 1);
}

function asinhOf(x: Number): Number {
  const v = size(x);
  const value = D.log(D.add(v, D.sqrt(D.add(D.multiply(v, v), D.dd(1)))));
  return x.hi < 0 ? negated(value) : value;
}

function sigmoidOf(x: Number): Number {
  const small = D.exp(negated(size(x)));
  return D.divide(x.hi >= 0 ? D.dd(1) : small, D.add(D.dd(1), small));
}

/** What the error of an exponential adds to that of a value which falls like it. */
function relativeTail({ hi }: Number): number {
  return Math.exp(-Math.abs(hi)) * Math.abs(hi);
}

/** Functions of one argument; null where a singularity or a step leaves the value open. */
export const FUNCTIONS = {
  exp: ({ mid, rad }) => imageOf(D.exp(mid), Math.exp(mid.hi), rad, Math.exp(mid.hi) * Math.abs(mid.hi)),
  log: ({ mid, rad }) => (mid.hi > 1e6 * rad ? imageOf(D.log(mid), 1 / mid.hi, rad, 1e-3) : null),
  sigmoid: ({ mid, rad }) => imageOf(sigmoidOf(mid), Math.exp(Math.min(0, rad - Math.abs(mid.hi))), rad, relativeTail(mid)),
  softplus: ({ mid, rad }) =>
    imageOf(
      D.add(mid.hi > 0 ? mid : D.dd(0), D.log1p(D.exp(negated(size(mid))))),
      Math.exp(Math.min(0, mid.hi + rad)),
      rad,
      relativeTail(mid),
    ),
  tanh: ({ mid, rad }) => imageOf(D.tanh(mid), 1, rad),
  sinh: ({ mid, rad }) => imageOf(D.sinh(mid), Math.cosh(mid.hi), rad),
  cosh: ({ mid, rad }) => imageOf(D.cosh(mid), Math.cosh(mid.hi), rad),
  sin: ({ mid, rad }) => imageOf(D.sin(mid), 1, rad, 1 + Math.abs(mid.hi)),
  cos: ({ mid, rad }) => imageOf(D.cos(mid), 1, rad, 1 + Math.abs(mid.hi)),
  tan: ({ mid, rad }) => {
    const [s, c] = [D.sin(mid), D.cos(mid)];
    return Math.abs(c.hi) > 1e-6 ? imageOf(D.divide(s, c), 1 / c.hi ** 2, rad, (1 + Math.abs(mid.hi)) / c.hi ** 2) : null;
  },
  asin: asinOf,
  acos: (x) => {
    const angle = asinOf(x);
    return angle && plus({ mid: D.multiply(D.PI, D.dd(0.5)), rad: 2 ** -104 }, { mid: negated(angle.mid), rad: angle.rad });
  },
  atan: ({ mid, rad }) => imageOf(D.atan(mid), 1, rad, 1),
  asinh: ({ mid, rad }) => imageOf(asinhOf(mid), 1, rad, 1),
  erf: ({ mid, rad }) => imageOf(D.erf(mid), 2, rad, 1),
  erfc: ({ mid, rad }) => imageOf(D.erfc(mid), 2, rad, 1),
  abs: ({ mid, rad }) => ({ mid: size(mid), rad }),
  sign: step(Math.sign, Math.abs),
  floor: step(Math.floor, toWhole),
  ceil: step(Math.ceil, toWhole),
  round: step(Math.round, (x) => toWhole(x + 0.5), false),
} satisfies Readonly<Record<string, Known>>;
