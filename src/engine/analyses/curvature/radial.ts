import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { TermAlgebra } from '../scalar/algebra';
import { rebuild } from '../scalar/rebuild';
import { inOrder } from '../scalar/tape';
import type { Term, Weighted } from '../scalar/term';
import { dependsOn, partsOf, weighted } from '../scalar/term';
import type { Prover, Question } from './question';

const RADIUS = 'r';

/**
 * f(x) = g(Σ w x²) with w > 0: convex when r ↦ g(r²) is on the whole line, because an even convex function rises from 0
 * on and a norm is convex.
 */
export function radialProof(question: Question, prove: Prover): string | null {
  const { algebra, term, variables } = question;
  const squares = squaresOf(term, variables);
  if (!squares) return null;
  const [first, ...rest] = squares as [Weighted, ...Weighted[]];
  const total = algebra.range(algebra.sum(Q.ZERO, squares));
  const reach = I.power(I.multiply(total, I.power(I.point(Q.toNumber(first.weight)), I.point(-1))), I.point(0.5)).hi;
  const domain = I.interval(-reach, reach, true, true);
  const inner = new TermAlgebra(new Map([...algebra.domains, [RADIUS, domain]]));
  const square = inner.sum(Q.ZERO, [
    { weight: Q.ONE, term: inner.power(inner.variable(RADIUS), 2) },
    ...rest.map(({ weight, term: t }) => ({ weight: Q.negative(Q.divide(weight, first.weight)), term: rebuild(inner, t) })),
  ]);
  const slice = rebuild(inner, term, (node) => (node === first.term ? square : null));
  if (dependsOn(slice, variables)) return null;
  const proof = prove({ ...question, algebra: inner, term: slice, variables: [RADIUS], depth: question.depth + 1 });
  return proof && `a function of a norm, even and convex along a line through its centre: ${proof}`;
}

/** The first sum in which every studied variable is squared with a positive weight, and where no studied variable occurs otherwise. */
function squaresOf(term: Term, variables: readonly string[]): readonly Weighted[] | null {
  if (variables.length < 2) return null;
  const nodes = inOrder(term);
  const isSquare = (node: Term): boolean =>
    node.op === 'product' &&
    node.args.length === 1 &&
    node.args[0]?.op === 'variable' &&
    Q.equals(node.weights[0] as Q.Rational, Q.rational(2));
  const roots = nodes.filter((node) => isSquare(node) && variables.includes((node.args[0] as Term).name));
  const own = new Set(roots);
  const isBare = (node: Term): boolean => !own.has(node) && node.args.some((a) => a.op === 'variable' && variables.includes(a.name));
  if (own.size < variables.length || nodes.some(isBare)) return null;
  for (const node of nodes) {
    const parts = node.op === 'sum' ? weighted(node).filter((part) => own.has(part.term)) : [];
    if (parts.length === variables.length && parts.every(({ weight }) => weight.numerator > 0n)) return parts;
  }
  const { parts } = partsOf(term);
  return parts.length === own.size && parts.every((part) => own.has(part.term) && part.weight.numerator > 0n) ? parts : null;
}
