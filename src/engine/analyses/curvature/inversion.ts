import * as I from '../../numerics/interval';
import { TermAlgebra } from '../scalar/algebra';
import { substitute } from '../scalar/rebuild';
import type { Prover, Question } from './question';

const INVERSE = 's';

/** On a positive interval f(t) is convex exactly when s f(1/s) is: each is the perspective of the other. */
export function inversionProof(question: Question, prove: Prover): string | null {
  const { algebra, term, variables, depth } = question;
  const [variable] = variables as [string];
  const range = algebra.range(algebra.variable(variable));
  if (!I.isPositive(range) || variable === INVERSE || depth > 2) return null;
  const inner = new TermAlgebra(new Map([...algebra.domains, [INVERSE, I.power(range, I.point(-1))]]));
  const s = inner.variable(INVERSE);
  const image = inner.multiply(s, substitute(inner, term, new Map([[variable, inner.power(s, -1)]])));
  const proof = prove({ ...question, algebra: inner, term: image, variables: [INVERSE], depth: depth + 2 });
  return proof && `the perspective of a function of 1/${variable}: ${proof}`;
}
