import * as D from '../../numerics/double-double';
import * as Q from '../../numerics/rational';
import { type Ball, constant, FUNCTIONS, ONE, plus, raised, times } from './ball';
import { inOrder } from './tape';
import type { Term } from './term';

/** Taylor coefficients of a function at a point: value, slope, and so on up to the third derivative over 3!. */
export type Jet = readonly [Ball, Ball, Ball, Ball];

/** The jet of a term of one variable at points; null where the term has no Taylor series, or none is known. */
export type JetEvaluator = (at: D.DoubleDouble) => Jet | null;

const ZERO: Ball = { mid: D.dd(0), rad: 0 };
const [HALF, THIRD, SIXTH] = [Q.rational(1, 2), Q.rational(1, 3), Q.rational(1, 6)].map(constant) as [Ball, Ball, Ball];

type Step = (args: readonly Jet[]) => Jet | null;

/** Compiles a term of one variable for the evaluation of jets in extended precision. */
export function jetOf(term: Term): JetEvaluator {
  const order = inOrder(term);
  const slotOf = new Map(order.map((node, i) => [node, i] as const));
  const steps = order.map((node) => ({
    at: node.args.map((a) => slotOf.get(a) as number),
    step: node.op === 'variable' ? null : stepOf(node),
  }));
  return (at) => {
    const slots: Jet[] = [];
    for (const { at: from, step } of steps) {
      const jet: Jet | null = step ? step(from.map((i) => slots[i] as Jet)) : [{ mid: at, rad: 0 }, ONE, ZERO, ZERO];
      if (!jet?.every(({ mid, rad }) => Number.isFinite(mid.hi) && Number.isFinite(rad))) return null;
      slots.push(jet);
    }
    return slots[slots.length - 1] ?? null;
  };
}

function stepOf(node: Term): Step {
  switch (node.op) {
    case 'number': {
      const value = flat(constant(node.constant));
      return () => value;
    }
    case 'pi':
      return () => flat({ mid: D.PI, rad: 2 ** -104 });
    case 'sum': {
      const [start, weights] = [flat(constant(node.constant)), node.weights.map(constant)];
      return (args) => args.reduce((total, arg, i) => sum(total, scaled(arg, weights[i] as Ball)), start);
    }
    case 'product':
      return (args) => args.reduce<Jet | null>((total, arg, i) => joined(total, power(arg, node.weights[i] as Q.Rational)), flat(ONE));
    case 'logsumexp':
      return logSumExp;
    case 'abs':
      return ([u]) => (u && isAway(u[0]) ? scaled(u, { mid: D.dd(Math.sign(u[0].mid.hi)), rad: 0 }) : null);
    default: {
      const series = SERIES[node.op as keyof typeof SERIES] as ((u: Ball) => Series) | undefined;
      return ([u]) => (series && u ? composed(series(u[0]), u) : null);
    }
  }
}

/** Whether a ball does not reach 0. */
function isAway({ mid, rad }: Ball): boolean {
  return Math.abs(mid.hi) > 2 * rad;
}

function flat(value: Ball): Jet {
  return [value, ZERO, ZERO, ZERO];
}

function sum(a: Jet, b: Jet): Jet {
  return [plus(a[0], b[0]), plus(a[1], b[1]), plus(a[2], b[2]), plus(a[3], b[3])];
}

function scaled([a, b, c, d]: Jet, by: Ball): Jet {
  return [times(a, by), times(b, by), times(c, by), times(d, by)];
}

function product([a0, a1, a2, a3]: Jet, [b0, b1, b2, b3]: Jet): Jet {
  return [
    times(a0, b0),
    plus(times(a0, b1), times(a1, b0)),
    plus(plus(times(a0, b2), times(a1, b1)), times(a2, b0)),
    plus(plus(times(a0, b3), times(a1, b2)), plus(times(a2, b1), times(a3, b0))),
  ];
}

function joined(a: Jet | null, b: Jet | null): Jet | null {
  return a && b && product(a, b);
}

/** Higher whole powers are not multiplied out. */
const HIGHEST = 6;

function power(u: Jet, weight: Q.Rational): Jet | null {
  const exponent = Q.toNumber(weight);
  if (Q.isInteger(weight) && exponent > 0 && exponent <= HIGHEST)
    return Array.from({ length: exponent - 1 }).reduce<Jet>((p) => product(p, u), u);
  const [value, inverse] = [raised(u[0], weight), isAway(u[0]) ? raised(u[0], Q.rational(-1)) : null];
  if (!value || !inverse) return null;
  const times1 = (coefficient: Ball, k: number): Ball =>
    times(times(coefficient, inverse), constant(Q.divide(Q.subtract(weight, Q.rational(k - 1)), Q.rational(k))));
  const first = times1(value, 1);
  const second = times1(first, 2);
  return composed([value, first, second, times1(second, 3)], u);
}

/** Taylor coefficients of a function at a value; null where it is singular. */
type Series = readonly (Ball | null)[];

/** Faà di Bruno's formula to the third order. */
function composed([g0, g1, g2, g3]: Series, [, u1, u2, u3]: Jet): Jet | null {
  if (!g0 || !g1 || !g2 || !g3) return null;
  const square = times(u1, u1);
  return [
    g0,
    times(g1, u1),
    plus(times(g1, u2), times(g2, square)),
    plus(plus(times(g1, u3), times(g2, times(twice(u1), u2))), times(g3, times(square, u1))),
  ];
}

function twice(a: Ball): Ball {
  return plus(a, a);
}

function logSumExp(args: readonly Jet[]): Jet | null {
  const top = args.reduce((a, b) => (D.compare(a[0].mid, b[0].mid) < 0 ? b : a));
  const shift = flat({ mid: D.multiply(top[0].mid, D.dd(-1)), rad: 0 });
  const parts = args.map((u) => exponential(sum(u, shift)));
  const total = parts.reduce<Jet | null>((so, part) => so && part && sum(so, part), flat(ZERO));
  const rest = total && composed(SERIES.log(total[0]), total);
  return rest && sum(rest, flat({ mid: top[0].mid, rad: 0 }));
}

function exponential(u: Jet): Jet | null {
  return composed(SERIES.exp(u[0]), u);
}

function minus(a: Ball, b: Ball): Ball {
  return plus(a, times(b, MINUS));
}

const MINUS: Ball = { mid: D.dd(-1), rad: 0 };

/** s(1 - s) and the further coefficients of a logistic curve, from σ(u) and σ(-u). */
function logistic(u: Ball): readonly [Ball, Ball, Ball, Ball] {
  const [s, t] = [FUNCTIONS.sigmoid(u), FUNCTIONS.sigmoid(times(u, MINUS))];
  const slope = times(s, t);
  const third = times(times(slope, minus(ONE, times(slope, constant(Q.rational(6))))), SIXTH);
  return [s, slope, times(times(slope, minus(t, s)), HALF), third];
}

/** Coefficients of a function whose slope is `direction · q`, q = (1 + sign u²)^-½: q″ = (2u² - sign) q⁵ for either sign. */
function arc(value: Ball | null, u: Ball, sign: Ball, direction: Ball): Series {
  const square = times(u, u);
  const q = raised(plus(ONE, times(sign, square)), Q.rational(-1, 2));
  if (!q) return [null];
  const cube = times(times(q, q), q);
  const second = times(times(times(u, cube), HALF), times(sign, MINUS));
  const third = times(times(minus(twice(square), sign), times(cube, times(q, q))), SIXTH);
  return [value, times(q, direction), times(second, direction), times(third, direction)];
}

const SERIES = {
  exp: (u) => {
    const e = FUNCTIONS.exp(u);
    return [e, e, times(e, HALF), times(e, SIXTH)];
  },
  log: (u) => {
    const inverse = isAway(u) ? raised(u, Q.rational(-1)) : null;
    const square = inverse && times(inverse, inverse);
    if (!inverse || !square || u.mid.hi <= 0) return [null];
    return [FUNCTIONS.log(u), inverse, times(times(square, HALF), MINUS), times(times(square, inverse), THIRD)];
  },
  sigmoid: logistic,
  softplus: (u) => {
    const [s, slope, second] = logistic(u);
    return [FUNCTIONS.softplus(u), s, times(slope, HALF), times(second, THIRD)];
  },
  tanh: (u) => {
    const y = FUNCTIONS.tanh(u);
    const slope = minus(ONE, times(y, y));
    return [y, slope, times(times(y, slope), MINUS), times(times(slope, minus(twice(times(y, y)), slope)), THIRD)];
  },
  sinh: (u) => {
    const [s, c] = [FUNCTIONS.sinh(u), FUNCTIONS.cosh(u)];
    return [s, c, times(s, HALF), times(c, SIXTH)];
  },
  cosh: (u) => {
    const [s, c] = [FUNCTIONS.sinh(u), FUNCTIONS.cosh(u)];
    return [c, s, times(c, HALF), times(s, SIXTH)];
  },
  sin: (u) => {
    const [s, c] = [FUNCTIONS.sin(u), FUNCTIONS.cos(u)];
    return [s, c, times(times(s, HALF), MINUS), times(times(c, SIXTH), MINUS)];
  },
  cos: (u) => {
    const [s, c] = [FUNCTIONS.sin(u), FUNCTIONS.cos(u)];
    return [c, times(s, MINUS), times(times(c, HALF), MINUS), times(s, SIXTH)];
  },
  atan: (u) => {
    const square = times(u, u);
    const w = raised(plus(ONE, square), Q.rational(-1)) as Ball;
    const [w2, shape] = [times(w, w), minus(plus(twice(square), square), ONE)];
    return [FUNCTIONS.atan(u), w, times(times(u, w2), MINUS), times(times(times(shape, w2), w), THIRD)];
  },
  asin: (u) => arc(FUNCTIONS.asin(u), u, MINUS, ONE),
  acos: (u) => arc(FUNCTIONS.acos(u), u, MINUS, MINUS),
  asinh: (u) => arc(FUNCTIONS.asinh(u), u, ONE, ONE),
  erf: (u) => {
    const square = times(u, u);
    const bell = times(TWO_OVER_ROOT_PI, FUNCTIONS.exp(times(square, MINUS)));
    return [FUNCTIONS.erf(u), bell, times(times(u, bell), MINUS), times(times(bell, minus(twice(square), ONE)), THIRD)];
  },
} satisfies Readonly<Record<string, (u: Ball) => Series>>;

const TWO_OVER_ROOT_PI: Ball = { mid: D.divide(D.dd(2), D.sqrt(D.PI)), rad: 2 ** -100 };
