import * as I from '../../numerics/interval';
import { digamma, erf, erfc, lgamma, trigamma } from '../../numerics/special';
import { down, up } from '../../numerics/interval-rounding';
import * as Q from '../../numerics/rational';
import { multiAffineForm } from './multi-affine';
import type { Term } from './term';

type Interval = I.Interval;

/** The narrowest interval of doubles around a rational number. */
export function enclose(value: Q.Rational): Interval {
  const near = Q.toNumber(value);
  if (value.denominator === 1n && Number.isSafeInteger(near)) return I.point(near);
  if (!Number.isFinite(near)) return near > 0 ? I.interval(Number.MAX_VALUE, Infinity) : I.interval(-Infinity, -Number.MAX_VALUE);
  return Q.equals(Q.fromBinary(near), value) ? I.point(near) : I.interval(down(near), up(near), true, true);
}

/** Range of a node, given ranges of its arguments. */
export function rangeOf(term: Term, rangeOfArgument: (argument: Term) => Interval): Interval {
  if (term.op === 'where') return whereRange(term, rangeOfArgument);
  const ranges = term.args.map(rangeOfArgument);
  if (ranges.some(I.isEmpty)) return { ...I.EMPTY, nan: true };
  switch (term.op) {
    case 'number':
      return enclose(term.constant);
    case 'pi':
      return I.interval(Math.PI, up(Math.PI), true, true);
    case 'variable':
      return I.ALL;
    case 'sum':
      return sumRange(term, ranges, rangeOfArgument);
    case 'product':
      return productRange(term, ranges);
    default:
      return functionRange(term, ranges);
  }
}

function sumRange(term: Term, ranges: readonly Interval[], rangeOfArgument: (argument: Term) => Interval): Interval {
  const plain = term.weights.reduce((total, weight, i) => I.add(total, scaled(weight, ranges[i] as Interval)), enclose(term.constant));
  const corners = multiAffineForm(term)?.(rangeOfArgument);
  const narrowed = corners ? I.intersect(plain, corners) : plain;
  const shares = logShares(term);
  return shares ? I.intersect(narrowed, shares(rangeOfArgument)) : narrowed;
}

const BELOW_ZERO = I.interval(-Infinity, 0, true, true);

/** Range of a sum with a logarithm of a share in it, w (u - logsumexp(u, …)) with w > 0, which is below 0; null where there is none. */
export function logShares({ args, weights, constant }: Term): ((rangeOf: (term: Term) => Interval) => Interval) | null {
  for (const [i, total] of args.entries()) {
    if (total.op !== 'logsumexp' || total.args.length < 2) continue;
    const opposite = Q.negative(weights[i] as Q.Rational);
    const one = args.findIndex((u, k) => total.args.includes(u) && Q.equals(weights[k] as Q.Rational, opposite));
    if (one < 0) continue;
    const share = opposite.numerator > 0n ? BELOW_ZERO : I.negative(BELOW_ZERO);
    const others = args.flatMap((term, k) => (k === i || k === one ? [] : [{ term, weight: weights[k] as Q.Rational }]));
    return (rangeOf) =>
      others.reduce((sum, { term, weight }) => I.add(sum, scaled(weight, rangeOf(term))), I.add(enclose(constant), share));
  }
  return null;
}

function scaled(weight: Q.Rational, range: Interval): Interval {
  return Q.isOne(weight) ? range : I.multiply(enclose(weight), range);
}

function productRange(term: Term, ranges: readonly Interval[]): Interval {
  return ranges.map((range, i) => I.power(range, enclose(term.weights[i] as Q.Rational))).reduce(I.multiply, I.point(1));
}

/** A branch that the guard never takes does not count, undefined though it may be. */
function whereRange(term: Term, rangeOfArgument: (argument: Term) => Interval): Interval {
  const [guard, then, otherwise] = term.args as [Term, Term, Term];
  const truth = holds(term.name, rangeOfArgument(guard));
  if (truth !== null) return rangeOfArgument(truth ? then : otherwise);
  return I.hull(rangeOfArgument(then), rangeOfArgument(otherwise));
}

/** Whether a guard compares with 0 as the relation says: for all its values, for none, or for some (null). */
export function holds(relation: string, guard: Interval): boolean | null {
  if (relation === '<') return I.isNegative(guard) ? true : I.isNonNegative(guard) ? false : null;
  if (relation === '<=') return I.isNonPositive(guard) ? true : I.isPositive(guard) ? false : null;
  if (guard.lo === 0 && guard.hi === 0) return true;
  return I.isPositive(guard) || I.isNegative(guard) ? false : null;
}

/** Special functions by series: their error is within 64 units in the last place. */
const LOOSE = 64;

/** Range of a named function, given ranges of its arguments. */
export function functionRange(term: Term, ranges: readonly Interval[]): Interval {
  const x = ranges[0] as Interval;
  switch (term.op) {
    case 'max':
      return ranges.length === 0 ? { ...I.ALL, nan: true } : ranges.reduce(I.maximum);
    case 'logsumexp':
      return ranges.length === 0 ? { ...I.ALL, nan: true } : ranges.reduce(I.logaddexp);
    case 'oddroot':
      return I.increasing(x, (v) => Math.sign(v) * Math.abs(v) ** (1 / Q.toNumber(term.constant)), {
        exact: (v) => v === 0 || Math.abs(v) === 1,
        ulps: LOOSE,
      });
    case 'erf':
      return I.increasing(x, erf, { exact: (v) => v === 0, low: -1, high: 1, ulps: LOOSE });
    case 'erfc':
      return I.decreasing(x, erfc, { exact: (v) => v === 0, low: 0, high: 2, ulps: LOOSE });
    case 'logerfc':
      return I.decreasing(x, logErfc, { ulps: LOOSE });
    case 'lgamma':
      return x.lo > 2 ? I.increasing(x, lgamma, { ulps: LOOSE }) : x.lo > 0 ? gammaRange(x) : { ...I.ALL, nan: true };
    case 'digamma':
      return x.lo >= 0 && I.isPositive(x)
        ? I.increasing(x, (v) => (v === 0 ? -Infinity : v === Infinity ? Infinity : digamma(v)), { ulps: LOOSE })
        : { ...I.ALL, nan: true };
    case 'trigamma':
      return I.isPositive(x)
        ? I.decreasing(x, (v) => (v === 0 ? Infinity : v === Infinity ? 0 : trigamma(v)), { low: 0, ulps: LOOSE })
        : { ...I.ALL, nan: true };
    default:
      return ELEMENTARY[term.op as keyof typeof ELEMENTARY](x);
  }
}

function gammaRange(x: Interval): Interval {
  return I.interval(-0.1215, Math.max(up(lgamma(x.lo), LOOSE), up(lgamma(x.hi), LOOSE)));
}

/** ln erfc(x), which does not underflow. */
export function logErfc(x: number): number {
  if (x === Infinity) return -Infinity;
  if (x === -Infinity) return Math.LN2;
  if (x < 8) return Math.log(erfc(x));
  let fraction = x;
  for (let k = 60; k > 0; k--) fraction = x + k / 2 / fraction;
  return -x * x - Math.log(Math.sqrt(Math.PI) * fraction);
}

const ELEMENTARY = {
  exp: I.exp,
  log: I.log,
  sigmoid: I.sigmoid,
  softplus: I.softplus,
  tanh: I.tanh,
  sinh: I.sinh,
  cosh: I.cosh,
  sin: I.sin,
  cos: I.cos,
  tan: I.tan,
  asin: I.asin,
  acos: I.acos,
  atan: I.atan,
  asinh: I.asinh,
  abs: I.abs,
  sign: I.sign,
  floor: I.floor,
  ceil: I.ceil,
  round: I.round,
} as const;
