import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { Derivatives } from '../scalar/derivative';
import { withoutPositiveFactors } from '../scalar/common-factors';
import { expand } from '../scalar/rules/expand';
import { isSmooth } from '../scalar/smoothness';
import type { Algebra, Term } from '../scalar/term';
import { isBoundedBelow, type Question } from './question';

/** Evaluations of nodes that one minor may cost. */
const EFFORT = 30000;

/** All principal minors of the Hessian of two or three variables are ≥ 0. */
export function hessianProof(question: Question): string | null {
  const { algebra, term, variables } = question;
  if (variables.length > 3 || !isSmooth(algebra, term, variables)) return null;
  const derivatives = new Map(variables.map((name) => [name, new Derivatives(algebra, name)]));
  const hessian = variables.map((a) =>
    variables.map((b) => (derivatives.get(b) as Derivatives).of((derivatives.get(a) as Derivatives).of(term))),
  );
  for (let mask = 1; mask < 1 << variables.length; mask++) {
    const chosen = variables.flatMap((_, i) => ((mask >> i) & 1 ? [i] : []));
    const minor = withoutPositiveFactors(
      algebra,
      expand(
        algebra,
        determinant(
          algebra,
          chosen.map((i) => chosen.map((j) => (hessian[i] as Term[])[j] as Term)),
        ),
      ),
    );
    const range = algebra.range(minor);
    if (I.isNonNegative(range) && !range.nan) continue;
    if (!isBoundedBelow(question, minor, [...minor.free], EFFORT)) return null;
  }
  return 'all principal minors of the Hessian ≥ 0 by interval branch and bound';
}

function determinant(algebra: Algebra, matrix: readonly (readonly Term[])[]): Term {
  const [first, ...rest] = matrix;
  if (!first || rest.length === 0) return first?.[0] ?? algebra.number(1);
  const parts = first.map((entry, column) => {
    const minor = determinant(
      algebra,
      rest.map((row) => row.filter((_, j) => j !== column)),
    );
    return { weight: Q.rational(column % 2 === 0 ? 1 : -1), term: algebra.multiply(entry, minor) };
  });
  return algebra.sum(Q.ZERO, parts);
}
