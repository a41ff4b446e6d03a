import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { TermAlgebra } from '../scalar/algebra';
import { ridgeOf } from '../scalar/ridge';
import { substitute } from '../scalar/rebuild';
import type { Term } from '../scalar/term';
import { partsOf } from '../scalar/term';
import { Composition } from './composition';
import { degreeOf } from './degree';
import type { Prover, Question } from './question';

/** f(x) = g(a·x + b): convex when g is, on the range of the affine form. Variables outside the form stay as parameters. */
export function ridgeProof(question: Question, prove: Prover): string | null {
  const ridge = ridgeOf(question.algebra, question.term, question.variables, question.values);
  const proof = ridge && prove({ ...question, ...ridge, variables: [ridge.variable], depth: question.depth + 1 });
  return proof && `a function of one affine form: ${proof}`;
}

/** f(s x, s t) = s^d f(x, t) for a parameter t > 0: convex in x for every t when it is at t = 1. */
export function scalingProof(question: Question, prove: Prover): string | null {
  const { algebra, term, variables } = question;
  const parameters = [...term.free].filter((name) => !variables.includes(name) && !question.values.has(name));
  for (const name of parameters) {
    const scale = algebra.range(algebra.variable(name));
    if (!I.isPositive(scale) || degreeOf(term, [...variables, name]) === null) continue;
    const slice = sliceAtOne(question, name, variables);
    const proof = prove({ ...question, ...slice, depth: question.depth + 1 });
    if (proof) return `homogeneous, ${name} = 1: ${proof}`;
  }
  return null;
}

/** The term with a positive variable set to 1, the others over the cone of their quotients by it. */
function sliceAtOne({ algebra, term }: Question, name: string, others: readonly string[]): Pick<Question, 'algebra' | 'term'> {
  const range = algebra.range(algebra.variable(name));
  const scale = { ...range, loOpen: range.loOpen || range.lo === 0 };
  const domains = new Map(algebra.domains);
  for (const other of others) domains.set(other, I.flagged(I.divide(algebra.range(algebra.variable(other)), scale), false));
  const inner = new TermAlgebra(domains);
  return { algebra: inner, term: substitute(inner, term, new Map([[name, inner.number(1)]])) };
}

/** A function of degree 1, beside parts that are convex, is the perspective of its slice at 1 in a variable that is positive. */
export function perspectiveProof(question: Question, prove: Prover): string | null {
  const { algebra, variables } = question;
  const term = withoutConvexParts(question);
  const degree = degreeOf(term, variables);
  if (!degree || !Q.equals(degree, Q.ONE)) return null;
  for (const name of variables) {
    const scale = algebra.range(algebra.variable(name));
    if (!I.isNonNegative(scale)) continue;
    const others = variables.filter((v) => v !== name);
    const proof = prove({ ...question, ...sliceAtOne({ ...question, term }, name, others), variables: others, depth: question.depth + 1 });
    if (proof) return `perspective (degree 1, ${name} = 1): ${proof}`;
  }
  return null;
}

/** What remains of a sum without the parts that the composition rule proves. */
function withoutConvexParts({ algebra, term, variables }: Question): Term {
  const composition = new Composition(algebra, variables);
  const open = partsOf(term).parts.filter(({ weight, term: part }) => {
    const { convex, concave } = composition.of(part);
    return weight.numerator < 0n ? !concave : !convex;
  });
  return algebra.sum(Q.ZERO, open);
}
