import * as Q from '../../numerics/rational';
import type { Algebra, Relation, Term } from './term';
import { isNumber } from './term';

/** The comparison `difference relation 0` as a number, 1 where it holds and 0 elsewhere. */
export function truthOf(algebra: Algebra, relation: Relation, difference: Term): Term {
  return algebra.where(relation, difference, algebra.number(1), algebra.number(0));
}

/** A branch on a 0/1 term: its own branches are pushed through, each once, any other term is compared with 0. */
export function whereTrue(algebra: Algebra, condition: Term, then: Term, otherwise: Term): Term {
  const made = new Map<string, Term>();
  const pushed = (node: Term, yes: Term, no: Term): Term => {
    const key = `${node.id} ${yes === then}`;
    const term = made.get(key) ?? branchOn(node, yes, no);
    made.set(key, term);
    return term;
  };
  const branchOn = (node: Term, yes: Term, no: Term): Term => {
    if (node.op === 'number') return isNumber(node, 0) ? no : yes;
    const negated = negation(algebra, node);
    if (negated) return pushed(negated, no, yes);
    if (node.op !== 'where') return algebra.where('=', node, no, yes);
    const [guard, first, second] = node.args as [Term, Term, Term];
    return algebra.where(node.name as Relation, guard, pushed(first, yes, no), pushed(second, yes, no));
  };
  return pushed(condition, then, otherwise);
}

/** c, for 1 - c where c is a branch. */
function negation(algebra: Algebra, condition: Term): Term | null {
  if (condition.op !== 'sum') return null;
  const rest = algebra.subtract(algebra.number(1), condition);
  return rest.op === 'where' && Q.equals(condition.constant, Q.ONE) ? rest : null;
}
