import * as Q from '../../numerics/rational';
import { TermAlgebra } from './algebra';
import { freshName } from './fresh-name';
import { rebuild, substitute } from './rebuild';
import { inOrder } from './tape';
import type { Algebra, Term, Weighted } from './term';
import { dependsOn, partsOf } from './term';

/** A function of several variables that is one of a single affine form of them. */
export interface Ridge {
  /** The domains with that of the form. */
  readonly algebra: TermAlgebra;
  /** The function of the form. */
  readonly term: Term;
  /** The name that stands for the form. */
  readonly variable: string;
  /** Coefficients of the form, those of the variables under study first. */
  readonly form: readonly Weighted[];
}

/** g of f(x) = g(a·x + b), where the form has at least two variables and one of them is under study; null when f is no such function. */
export function ridgeOf(
  algebra: Algebra,
  term: Term,
  variables: readonly string[],
  values: ReadonlyMap<string, readonly number[]>,
): Ridge | null {
  const form = affineForm(term, variables, values);
  if (!form) return null;
  const [pivot] = form as [Weighted];
  const variable = freshName(algebra);
  const inner = new TermAlgebra(new Map([...algebra.domains, [variable, algebra.range(algebra.sum(Q.ZERO, form))]]));
  const rest = form
    .slice(1)
    .map(({ weight, term: t }) => ({ weight: Q.negative(Q.divide(weight, pivot.weight)), term: inner.variable(t.name) }));
  const value = inner.sum(Q.ZERO, [{ weight: Q.divide(Q.ONE, pivot.weight), term: inner.variable(variable) }, ...rest]);
  const slice = substitute(inner, term, new Map([[pivot.term.name, value]]));
  if (dependsOn(slice, [...form.map((part) => part.term.name), ...variables])) return null;
  return { algebra: inner, term: rebuild(inner, slice), variable, form };
}

/** The first affine combination of at least two variables, one of them under study, inside a term. */
function affineForm(term: Term, variables: readonly string[], values: ReadonlyMap<string, readonly number[]>): readonly Weighted[] | null {
  for (const node of inOrder(term)) {
    const linear = partsOf(node).parts.filter((p) => p.term.op === 'variable' && !values.has(p.term.name));
    const studied = linear.filter((p) => variables.includes(p.term.name));
    if (node.op === 'sum' && linear.length > 1 && studied.length > 0) return [...studied, ...linear.filter((p) => !studied.includes(p))];
  }
  return null;
}
