import * as D from '../../numerics/double-double';
import * as Q from '../../numerics/rational';
import { inOrder } from './tape';
import type { Term } from './term';

type Number = D.DoubleDouble;

/** A value of about 30 digits and a bound of its error. */
export interface Ball {
  readonly mid: Number;
  readonly rad: number;
}

/** Evaluates a term at points of double-doubles; null where a branch, a singularity or an unknown function leaves the value open. */
export type PreciseEvaluator = (values: readonly Number[]) => Ball | null;

/** More than any error of one operation, relative to its result. */
const UNIT = 2 ** -94;

type Step = (args: readonly Ball[]) => Ball | null;

/** Compiles a term for evaluation in extended precision. */
export function precisely(term: Term, variables: readonly string[]): PreciseEvaluator {
  const order = inOrder(term);
  const slotOf = new Map(order.map((node, i) => [node, i] as const));
  const steps = order.map((node) => ({
    input: node.op === 'variable' ? variables.indexOf(node.name) : -1,
    at: node.args.map((a) => slotOf.get(a) as number),
    step: stepOf(node),
  }));
  return (values) => {
    const slots: (Ball | null)[] = [];
    for (const { input, at, step } of steps) {
      const given = input >= 0 ? values[input] : undefined;
      const args = at.map((i) => slots[i] ?? null);
      slots.push(given ? { mid: given, rad: 0 } : checked(step(args as readonly Ball[], args)));
    }
    return slots[slots.length - 1] ?? null;
  };
}

function checked(ball: Ball | null): Ball | null {
  return ball && Number.isFinite(ball.mid.hi) && Number.isFinite(ball.rad) ? ball : null;
}

/** A rational number; exact when it is a double. */
export function preciseNumber(value: Q.Rational): Number {
  const hi = Q.toNumber(value);
  return Number.isFinite(hi) ? D.dd(hi, Q.toNumber(Q.subtract(value, Q.fromBinary(hi)))) : D.dd(hi);
}

function constant(value: Q.Rational): Ball {
  const mid = preciseNumber(value);
  return { mid, rad: mid.lo === 0 ? 0 : Math.abs(mid.hi) * 2 ** -104 };
}

function sizeOf({ mid, rad }: Ball): number {
  return Math.abs(mid.hi) + rad;
}

/** A step whose operands are all known, unless it is a branch. */
function stepOf(node: Term): (args: readonly Ball[], open: readonly (Ball | null)[]) => Ball | null {
  if (node.op === 'where') return (_, open) => branch(node.name, open);
  const step = plainStep(node);
  return (args, open) => (open.every((arg) => arg !== null) ? step(args) : null);
}

function plainStep(node: Term): Step {
  const weights = node.weights.map(constant);
  switch (node.op) {
    case 'number': {
      const value = constant(node.constant);
      return () => value;
    }
    case 'pi':
      return () => ({ mid: D.PI, rad: 2 ** -104 });
    case 'sum': {
      const start = constant(node.constant);
      return (args) => args.reduce((total, arg, i) => plus(total, times(arg, weights[i] as Ball)), start);
    }
    case 'product':
      return (args) => args.reduce<Ball | null>((total, arg, i) => productStep(total, raised(arg, node.weights[i] as Q.Rational)), ONE);
    case 'max':
      return (args) => args.reduce(larger);
    case 'logsumexp':
      return logSumExp;
    case 'oddroot':
      return ([x]) => oddRoot(x as Ball, node.constant);
    default: {
      const known = FUNCTIONS[node.op as keyof typeof FUNCTIONS] as Known | undefined;
      return ([x]) => (known && x ? known(x) : null);
    }
  }
}

const ONE: Ball = { mid: D.dd(1), rad: 0 };

function plus(a: Ball, b: Ball): Ball {
  const mid = D.add(a.mid, b.mid);
  return { mid, rad: a.rad + b.rad + UNIT * Math.abs(mid.hi) };
}

function times(a: Ball, b: Ball): Ball {
  const mid = D.multiply(a.mid, b.mid);
  return { mid, rad: a.rad * sizeOf(b) + b.rad * sizeOf(a) + UNIT * Math.abs(mid.hi) };
}

function productStep(a: Ball | null, b: Ball | null): Ball | null {
  return a && b && times(a, b);
}

/** x^weight: the slope at the nearest point to 0 bounds the error. */
function raised(x: Ball, weight: Q.Rational): Ball | null {
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

function larger(a: Ball, b: Ball): Ball {
  return { mid: D.compare(a.mid, b.mid) < 0 ? b.mid : a.mid, rad: Math.max(a.rad, b.rad) };
}

function branch(relation: string, [guard, then, otherwise]: readonly (Ball | null)[]): Ball | null {
  if (!guard) return null;
  const sign = Math.abs(guard.mid.hi) > guard.rad ? Math.sign(guard.mid.hi) : guard.rad === 0 ? Math.sign(guard.mid.hi) : NaN;
  if (Number.isNaN(sign)) return null;
  const holds = relation === '<' ? sign < 0 : relation === '<=' ? sign <= 0 : sign === 0;
  return (holds ? then : otherwise) ?? null;
}

function logSumExp(args: readonly Ball[]): Ball | null {
  const top = args.reduce(larger);
  const total = args.map((u) => of(D.exp(difference(u.mid, top.mid)), 1, u.rad + top.rad)).reduce(plus);
  const rest = FUNCTIONS.log(total);
  return rest && plus({ mid: top.mid, rad: 0 }, rest);
}

function difference(a: Number, b: Number): Number {
  return D.add(a, D.multiply(b, D.dd(-1)));
}

function oddRoot(x: Ball, order: Q.Rational): Ball | null {
  if (x.mid.hi === 0) return x.rad === 0 ? x : null;
  const sign = D.dd(Math.sign(x.mid.hi));
  const size = raised({ mid: D.multiply(x.mid, sign), rad: x.rad }, Q.divide(Q.ONE, order));
  return size && { mid: D.multiply(size.mid, sign), rad: size.rad };
}

type Known = (x: Ball) => Ball | null;

/** A value from an argument that is off by `rad`, where the function is at most this steep. */
function of(mid: Number, steepest: number, rad: number, floor = 0): Ball {
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
  return of(D.atan(D.divide(mid, D.sqrt(rest))), 1 / Math.sqrt(rest.hi), rad, 1);
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

const FUNCTIONS = {
  exp: ({ mid, rad }) => of(D.exp(mid), Math.exp(mid.hi), rad, Math.exp(mid.hi) * Math.abs(mid.hi)),
  log: ({ mid, rad }) => (mid.hi > 1e6 * rad ? of(D.log(mid), 1 / mid.hi, rad, 1e-3) : null),
  sigmoid: ({ mid, rad }) => of(sigmoidOf(mid), 1, rad),
  softplus: ({ mid, rad }) => of(D.add(mid.hi > 0 ? mid : D.dd(0), D.log1p(D.exp(negated(size(mid))))), 1, rad),
  tanh: ({ mid, rad }) => of(D.tanh(mid), 1, rad),
  sinh: ({ mid, rad }) => of(D.sinh(mid), Math.cosh(mid.hi), rad),
  cosh: ({ mid, rad }) => of(D.cosh(mid), Math.cosh(mid.hi), rad),
  sin: ({ mid, rad }) => of(D.sin(mid), 1, rad, 1 + Math.abs(mid.hi)),
  cos: ({ mid, rad }) => of(D.cos(mid), 1, rad, 1 + Math.abs(mid.hi)),
  tan: ({ mid, rad }) => {
    const [s, c] = [D.sin(mid), D.cos(mid)];
    return Math.abs(c.hi) > 1e-6 ? of(D.divide(s, c), 1 / c.hi ** 2, rad, (1 + Math.abs(mid.hi)) / c.hi ** 2) : null;
  },
  asin: asinOf,
  acos: (x) => {
    const angle = asinOf(x);
    return angle && plus({ mid: D.multiply(D.PI, D.dd(0.5)), rad: 2 ** -104 }, { mid: negated(angle.mid), rad: angle.rad });
  },
  atan: ({ mid, rad }) => of(D.atan(mid), 1, rad, 1),
  asinh: ({ mid, rad }) => of(asinhOf(mid), 1, rad, 1),
  erf: ({ mid, rad }) => of(D.erf(mid), 2, rad, 1),
  erfc: ({ mid, rad }) => of(D.erfc(mid), 2, rad, 1),
  abs: ({ mid, rad }) => ({ mid: size(mid), rad }),
  sign: step(Math.sign, Math.abs),
  floor: step(Math.floor, toWhole),
  ceil: step(Math.ceil, toWhole),
  round: step(Math.round, (x) => toWhole(x + 0.5), false),
} satisfies Readonly<Record<string, Known>>;
