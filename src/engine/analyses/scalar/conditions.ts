import * as Q from '../../numerics/rational';
import type { Algebra, Relation, Term } from './term';
import { isNumber } from './term';

/** The comparison `difference relation 0` as a number, 1 where it holds and 0 elsewhere. */
export function truthOf(algebra: Algebra, relation: Relation, difference: Term): Term {
  return algebra.where(relation, difference, algebra.number(1), algebra.number(0));
}

/** A branch on a 0/1 term: its own branches are pushed through, any other term is compared with 0. */
export function whereTrue(algebra: Algebra, condition: Term, then: Term, otherwise: Term): Term {
  if (condition.op === 'number') return isNumber(condition, 0) ? otherwise : then;
  const negated = negation(algebra, condition);
  if (negated) return whereTrue(algebra, negated, otherwise, then);
  if (condition.op !== 'where') return algebra.where('=', condition, otherwise, then);
  const [guard, first, second] = condition.args as [Term, Term, Term];
  return algebra.where(
    condition.name as Relation,
    guard,
    whereTrue(algebra, first, then, otherwise),
    whereTrue(algebra, second, then, otherwise),
  );
}

/** c, for 1 - c where c is a branch. */
function negation(algebra: Algebra, condition: Term): Term | null {
  if (condition.op !== 'sum') return null;
  const rest = algebra.subtract(algebra.number(1), condition);
  return rest.op === 'where' && Q.equals(condition.constant, Q.ONE) ? rest : null;
}
