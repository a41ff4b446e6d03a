import * as Q from '../../numerics/rational';
import { Derivatives } from '../scalar/derivative';
import { expand } from '../scalar/rules/expand';
import { inOrder } from '../scalar/tape';
import { factorsOf, type Algebra, type Term } from '../scalar/term';

/** Quotients of more nodes are not differentiated: what they multiply out to grows beyond bounds. */
const LARGEST = 40;

/** Exact second derivatives of a quadratic function; null when one of them is no rational number. */
export function constantHessian(algebra: Algebra, term: Term, variables: readonly string[]): readonly (readonly Q.Rational[])[] | null {
  if (inOrder(term).length > LARGEST && isQuotient(term, variables)) return null;
  const gradient = variables.map((name) => expand(algebra, new Derivatives(algebra, name).of(term)));
  const rows: Q.Rational[][] = [];
  for (const name of variables) {
    const derivatives = new Derivatives(algebra, name);
    const row = gradient.map((slope) => expand(algebra, derivatives.of(slope)));
    if (!row.every((entry) => entry.op === 'number')) return null;
    rows.push(row.map((entry) => entry.constant));
  }
  return rows;
}

/** Whether something that depends on a variable divides. */
function isQuotient(term: Term, variables: readonly string[]): boolean {
  const divides = ({ weight, term: part }: ReturnType<typeof factorsOf>[number]): boolean =>
    weight.numerator < 0n && variables.some((name) => part.free.has(name));
  return inOrder(term).some((node) => node.op === 'product' && factorsOf(node).some(divides));
}

/** Whether a symmetric matrix is positive semidefinite, by exact elimination. */
export function isPositiveSemidefinite(matrix: readonly (readonly Q.Rational[])[]): boolean {
  const [first, ...rest] = matrix;
  if (!first) return true;
  const pivot = first[0] as Q.Rational;
  const sign = Q.sign(pivot);
  if (sign < 0) return false;
  if (sign === 0) return first.every((entry) => entry.numerator === 0n) && isPositiveSemidefinite(rest.map((row) => row.slice(1)));
  const schur = rest.map((row) => {
    const factor = Q.divide(row[0] as Q.Rational, pivot);
    return row.slice(1).map((entry, j) => Q.subtract(entry, Q.multiply(factor, first[j + 1] as Q.Rational)));
  });
  return isPositiveSemidefinite(schur);
}
