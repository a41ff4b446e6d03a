import * as I from '../../../numerics/interval';
import * as Q from '../../../numerics/rational';
import { holds } from '../range';
import type { Algebra, FunctionName, Relation, Term } from '../term';
import { isNumber, partsOf } from '../term';
import { absOf, maxOf } from './extremes';
import { expOf, logOf, logSumExpOf, sigmoidOf, softplusOf } from './exponential';
import { cosOf, evenOdd, stepOf } from './elementary';

/** A named function of canonical terms in canonical form. */
export function applyFunction(algebra: Algebra, name: FunctionName, args: readonly Term[]): Term {
  const [x] = args as [Term];
  switch (name) {
    case 'exp':
      return expOf(algebra, x);
    case 'log':
      return logOf(algebra, x);
    case 'sigmoid':
      return sigmoidOf(algebra, x);
    case 'softplus':
      return softplusOf(algebra, x);
    case 'logsumexp':
      return logSumExpOf(algebra, args);
    case 'abs':
      return absOf(algebra, x);
    case 'max':
      return maxOf(algebra, args);
    case 'cos':
      return cosOf(algebra, x);
    case 'sign':
    case 'floor':
    case 'ceil':
    case 'round':
      return stepOf(algebra, name, x);
    default:
      return evenOdd(algebra, name, x);
  }
}

/** The real root of odd order: a plain power where the base is never negative. */
export function applyOddRoot(algebra: Algebra, base: Term, order: number): Term {
  const exponent = Q.rational(1, order);
  if (I.isNonNegative(algebra.range(base))) return algebra.power(base, exponent);
  if (I.isNonPositive(algebra.range(base))) return algebra.negative(algebra.power(algebra.negative(base), exponent));
  return algebra.intern({ op: 'oddroot', args: [base], constant: Q.rational(order) });
}

/** A branch; guards that are decided on the domain and equal branches fold. */
export function applyWhere(algebra: Algebra, relation: Relation, guard: Term, then: Term, otherwise: Term): Term {
  if (then === otherwise) return then;
  const truth = holds(relation, algebra.range(guard));
  if (truth !== null) return truth ? then : otherwise;
  if (isNumber(guard)) return otherwise;
  const slope = relation === '=' ? null : ratioOf(algebra.subtract(then, otherwise), guard);
  if (slope) return slope.numerator < 0n ? algebra.apply('max', then, otherwise) : minOf(algebra, then, otherwise);
  return algebra.intern({ op: 'where', args: [guard, then, otherwise], name: relation });
}

function minOf(algebra: Algebra, a: Term, b: Term): Term {
  return algebra.negative(algebra.apply('max', algebra.negative(a), algebra.negative(b)));
}

/** `factor` of `a = factor · b`, for sums with the same parts; null when there is none. */
function ratioOf(a: Term, b: Term): Q.Rational | null {
  const [top, bottom] = [partsOf(a), partsOf(b)];
  const first = bottom.parts[0];
  const match = first && top.parts.find(({ term }) => term === first.term);
  if (!first || !match || top.parts.length !== bottom.parts.length) return null;
  const factor = Q.divide(match.weight, first.weight);
  const isSame = (weight: Q.Rational, other: Q.Rational): boolean => Q.equals(weight, Q.multiply(factor, other));
  const fits = bottom.parts.every(({ weight, term }) => top.parts.some((part) => part.term === term && isSame(part.weight, weight)));
  return fits && isSame(top.constant, bottom.constant) ? factor : null;
}
