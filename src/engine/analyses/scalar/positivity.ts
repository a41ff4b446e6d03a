import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { boundBelow, boxOf } from './branch-and-bound';
import { withoutPositiveFactors } from './common-factors';
import { expand } from './rules/expand';
import type { Algebra, Term } from './term';

const EFFORT = 4000;
const MARGIN = Q.rational(1, 1000000);

/** Whether a term is > 0 on the whole domain: by its range, over common denominators, or with a margin by branch and bound. */
export function isSurelyPositive(algebra: Algebra, term: Term): boolean {
  if (I.isPositive(algebra.range(term))) return true;
  if (I.isNonPositive(algebra.range(term)) || term.free.size === 0) return false;
  const simpler = expand(algebra, withoutPositiveFactors(algebra, term));
  if (I.isPositive(algebra.range(simpler))) return true;
  if (term.free.size > 3) return false;
  const raised = algebra.sum(Q.negative(MARGIN), [{ weight: Q.ONE, term }]);
  return boundBelow(algebra, raised, boxOf(algebra, [...term.free]), EFFORT).nonNegative;
}
