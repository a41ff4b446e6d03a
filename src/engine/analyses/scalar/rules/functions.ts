import * as I from '../../../numerics/interval';
import * as Q from '../../../numerics/rational';
import { holds } from '../range';
import type { Algebra, FunctionName, Relation, Term } from '../term';
import { isNumber } from '../term';
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
  return algebra.intern({ op: 'where', args: [guard, then, otherwise], name: relation });
}
