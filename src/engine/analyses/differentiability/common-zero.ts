import * as Q from '../../numerics/rational';
import { isPositiveSemidefinite, quadraticMatrix } from '../curvature/quadratic';
import type { Algebra, Term } from '../scalar/term';
import { factorsOf, partsOf } from '../scalar/term';

interface Equation {
  readonly weights: readonly Q.Rational[];
  readonly constant: Q.Rational;
}

/** A point at which a quadratic that is nowhere negative is 0, with null for coordinates that it does not depend on; null where there is none. */
export function zeroOfSquares(algebra: Algebra, sum: Term, names: readonly string[]): readonly (number | null)[] | null {
  const own = names.filter((name) => sum.free.has(name));
  const matrix = quadraticMatrix(algebra, sum, own);
  if (!matrix || !isPositiveSemidefinite(matrix)) return null;
  const equations = matrix.map((row): Equation => ({ weights: row.slice(0, -1), constant: row[own.length] as Q.Rational }));
  const point = solved(equations, own.length);
  return point && names.map((name) => point[own.indexOf(name)] ?? null);
}

/**
 * A point at which every affine form in a sum of powers is 0, where what those leave free is 0, and null for coordinates that stand in
 * none of them. Null when there is none.
 */
export function commonZero(sum: Term, names: readonly string[]): readonly (number | null)[] | null {
  const { constant, parts } = partsOf(sum);
  if (constant.numerator !== 0n) return null;
  const equations: Equation[] = [];
  for (const { term } of parts) {
    const equation = equationOf(term, names);
    if (!equation) return null;
    equations.push(equation);
  }
  return solved(equations, names.length)?.map((x, i) => (sum.free.has(names[i] as string) ? x : null)) ?? null;
}

function equationOf(term: Term, names: readonly string[]): Equation | null {
  const [factor] = factorsOf(term);
  if (!factor || factorsOf(term).length > 1) return null;
  const base = factor.term.op === 'abs' ? (factor.term.args[0] as Term) : factor.term;
  const { constant, parts } = partsOf(base);
  if (!parts.every((p) => p.term.op === 'variable')) return null;
  return { constant, weights: names.map((name) => parts.find((p) => p.term.name === name)?.weight ?? Q.ZERO) };
}

/** Gauss–Jordan elimination over the rationals. */
function solved(equations: readonly Equation[], count: number): readonly number[] | null {
  let rows = equations.map(({ weights, constant }) => [...weights, Q.negative(constant)]);
  const pivots: { column: number; row: readonly Q.Rational[] }[] = [];
  for (let column = 0; column < count; column++) {
    const found = rows.find((row) => (row[column] as Q.Rational).numerator !== 0n);
    if (!found) continue;
    const scaled = found.map((x) => Q.divide(x, found[column] as Q.Rational));
    const clear = (row: readonly Q.Rational[]): Q.Rational[] =>
      row.map((x, i) => Q.subtract(x, Q.multiply(row[column] as Q.Rational, scaled[i] as Q.Rational)));
    rows = rows.filter((row) => row !== found).map(clear);
    pivots.forEach((pivot) => (pivot.row = clear(pivot.row)));
    pivots.push({ column, row: scaled });
  }
  if (rows.some((row) => (row[count] as Q.Rational).numerator !== 0n)) return null;
  const point = Array<number>(count).fill(0);
  for (const { column, row } of pivots) point[column] = Q.toNumber(row[count] as Q.Rational);
  return point;
}
