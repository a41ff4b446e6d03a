import * as Q from '../../numerics/rational';
import { Derivatives } from '../scalar/derivative';
import { substitute } from '../scalar/rebuild';
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

/** The matrix M of a quadratic polynomial (x, 1)ᵀ M (x, 1); null where the term is none. */
export function quadraticMatrix(algebra: Algebra, term: Term, variables: readonly string[]): readonly (readonly Q.Rational[])[] | null {
  const hessian = constantHessian(algebra, term, variables);
  const origin = new Map(variables.map((name) => [name, algebra.number(0)] as const));
  const half = Q.rational(1, 2);
  const slopes = hessian && variables.map((name) => substitute(algebra, new Derivatives(algebra, name).of(term), origin));
  const level = substitute(algebra, term, origin);
  if (!hessian || !slopes?.every((slope) => slope.op === 'number') || level.op !== 'number') return null;
  const border = slopes.map((slope) => Q.multiply(half, slope.constant));
  const rows = hessian.map((row, i) => [...row.map((entry) => Q.multiply(half, entry)), border[i] as Q.Rational]);
  return [...rows, [...border, level.constant]];
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
