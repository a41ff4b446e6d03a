import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { TermAlgebra } from '../scalar/algebra';
import { rebuild, substitute } from '../scalar/rebuild';
import { inOrder } from '../scalar/tape';
import type { Term, Weighted } from '../scalar/term';
import { dependsOn, partsOf } from '../scalar/term';
import { Composition } from './composition';
import { degreeOf } from './degree';
import type { Prover, Question } from './question';

const RIDGE = 'u';

/** f(x) = g(a·x + b): convex when g is, on the range of the affine form. */
export function ridgeProof(question: Question, prove: Prover): string | null {
  const { algebra, term, variables } = question;
  const form = affineForm(term, variables);
  if (!form) return null;
  const [pivot] = form as [Weighted];
  const domains = new Map([...algebra.domains, [RIDGE, algebra.range(algebra.sum(Q.ZERO, form))]]);
  const inner = new TermAlgebra(domains);
  const rest = form.slice(1).map(({ weight, term: t }) => ({ weight: Q.negative(Q.divide(weight, pivot.weight)), term: inner.variable(t.name) }));
  const value = inner.sum(Q.ZERO, [{ weight: Q.divide(Q.ONE, pivot.weight), term: inner.variable(RIDGE) }, ...rest]);
  const slice = substitute(inner, term, new Map([[pivot.term.name, value]]));
  if (dependsOn(slice, variables)) return null;
  const proof = prove({ ...question, algebra: inner, term: rebuild(inner, slice), variables: [RIDGE], depth: question.depth + 1 });
  return proof && `a function of one affine form: ${proof}`;
}

/** The first affine combination of at least two of the variables inside a term. */
function affineForm(term: Term, variables: readonly string[]): readonly Weighted[] | null {
  for (const node of inOrder(term)) {
    const linear = partsOf(node).parts.filter((p) => p.term.op === 'variable' && variables.includes(p.term.name));
    if (node.op === 'sum' && linear.length > 1) return linear;
  }
  return null;
}

/** A function of degree 1 is the perspective of its slice at 1 in a variable that is positive. */
export function perspectiveProof(question: Question, prove: Prover): string | null {
  const { algebra, variables } = question;
  const term = withoutAffineParts(question);
  const degree = degreeOf(term, variables);
  if (!degree || !Q.equals(degree, Q.ONE)) return null;
  for (const name of variables) {
    const scale = algebra.range(algebra.variable(name));
    if (!I.isNonNegative(scale)) continue;
    const others = variables.filter((v) => v !== name);
    const domains = new Map(algebra.domains);
    for (const other of others) domains.set(other, I.flagged(I.divide(algebra.range(algebra.variable(other)), { ...scale, loOpen: scale.loOpen || scale.lo === 0 }), false));
    const inner = new TermAlgebra(domains);
    const slice = substitute(inner, term, new Map([[name, inner.number(1)]]));
    const proof = prove({ ...question, algebra: inner, term: slice, variables: others, depth: question.depth + 1 });
    if (proof) return `perspective (degree 1, ${name} = 1): ${proof}`;
  }
  return null;
}

function withoutAffineParts({ algebra, term, variables }: Question): Term {
  const composition = new Composition(algebra, variables);
  const curved = partsOf(term).parts.filter(({ term: part }) => {
    const { convex, concave } = composition.of(part);
    return !(convex && concave);
  });
  return algebra.sum(Q.ZERO, curved);
}

