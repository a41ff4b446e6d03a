import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { expand } from '../scalar/rules/expand';
import { Derivatives } from '../scalar/derivative';
import type { Algebra, Term, Weighted } from '../scalar/term';
import { factorsOf, isNumber, partsOf } from '../scalar/term';
import { CONCAVE, CONVEX, isAffine, mirrored, type Shape, UNKNOWN } from './shape';

/** What product rules need of the composition rule. */
export interface Shapes {
  readonly algebra: Algebra;
  readonly variables: readonly string[];
  of(term: Term): Shape;
  varies(term: Term): boolean;
}

/** Shape of a product of at least two factors that vary: rules beyond the composition rule. */
export function productShape(shapes: Shapes, factors: readonly Weighted[]): Shape {
  const upright = factors.map((f) => turnedUp(shapes.algebra, f));
  const shape = uprightShape(
    shapes,
    upright.map((u) => u.factor),
  );
  return upright.filter((u) => u.turned).length % 2 === 0 ? shape : mirrored(shape);
}

/** A factor that is never positive, with an odd exponent, as the opposite of one that is never negative. */
function turnedUp(algebra: Algebra, factor: Weighted): { readonly factor: Weighted; readonly turned: boolean } {
  const odd = Q.isInteger(factor.weight) && factor.weight.numerator % 2n !== 0n;
  const range = algebra.range(factor.term);
  if (!odd || I.isNonNegative(range) || !I.isNonPositive(range)) return { factor, turned: false };
  return { factor: { weight: factor.weight, term: algebra.negative(factor.term) }, turned: true };
}

function uprightShape(shapes: Shapes, factors: readonly Weighted[]): Shape {
  if (isConvexMonomial(shapes, factors)) return CONVEX;
  if (isConcaveMean(shapes, factors)) return CONCAVE;
  if (isLogConvex(shapes, factors) || isRelativeEntropy(shapes, factors) || isFocal(shapes, factors)) return CONVEX;
  return isReciprocalOfConcave(shapes, factors) || isMonotoneProduct(shapes, factors) ? CONVEX : UNKNOWN;
}

/**
 * (1 - p)^g · (-ln p) for affine 0 < p < 1 and g ≥ 0: -ln p = Σ (1 - p)^k / k, so it is a sum of powers of 1 - p of at
 * least 1.
 */
function isFocal(shapes: Shapes, factors: readonly Weighted[]): boolean {
  const { algebra } = shapes;
  const logarithm = factors.find((f) => f.term.op === 'sum' && f.term.args.length === 1 && f.term.args[0]?.op === 'log');
  const p = logarithm?.term.args[0]?.args[0];
  if (!logarithm || !p || factors.length !== 2 || !isAffine(shapes.of(p)) || !I.includes(I.interval(0, 1), algebra.range(p))) return false;
  const other = factors.find((f) => f !== logarithm) as Weighted;
  const rest = algebra.subtract(algebra.number(1), p);
  if (other.term === rest) return other.weight.numerator >= 0n;
  if (other.term.op !== 'exp') return false;
  const exponent = algebra.divide(other.term.args[0] as Term, algebra.apply('log', rest));
  return !shapes.varies(exponent) && I.isNonNegative(algebra.range(exponent));
}

/** u / v = 1 / (v / u) with v / u concave and positive, as in the trace of an inverse. */
function isReciprocalOfConcave(shapes: Shapes, factors: readonly Weighted[]): boolean {
  const product = shapes.algebra.product(factors);
  const below = factors.filter((f) => f.weight.numerator < 0n);
  if (below.length !== 1 || !factors.every((f) => I.isPositive(shapes.algebra.range(f.term)))) return false;
  const inverse = expand(shapes.algebra, shapes.algebra.power(product, -1));
  return inverse.op === 'sum' && shapes.of(inverse).concave;
}

/** u^p / Π v^q: p ≥ 1 + Σq, v concave ≥ 0; u convex ≥ 0, or affine with even p; or no u at all. */
function isConvexMonomial(shapes: Shapes, factors: readonly Weighted[]): boolean {
  const above = factors.filter((f) => f.weight.numerator > 0n);
  const below = factors.filter((f) => f.weight.numerator < 0n);
  const belowFits = below.every((f) => shapes.of(f.term).concave && I.isNonNegative(shapes.algebra.range(f.term)));
  if (!belowFits || above.length > 1) return false;
  const [u] = above;
  if (!u) return true;
  const total = factors.reduce((sum, f) => Q.add(sum, f.weight), Q.ZERO);
  if (Q.compare(total, Q.ONE) < 0) return false;
  const [shape, range] = [shapes.of(u.term), shapes.algebra.range(u.term)];
  const even = Q.isInteger(u.weight) && u.weight.numerator % 2n === 0n;
  return (shape.convex && I.isNonNegative(range)) || (even && isAffine(shape)) || (even && shape.concave && I.isNonPositive(range));
}

/** Π u^w with w > 0, Σw ≤ 1 and concave u ≥ 0. */
function isConcaveMean(shapes: Shapes, factors: readonly Weighted[]): boolean {
  const total = factors.reduce((sum, f) => Q.add(sum, f.weight), Q.ZERO);
  if (Q.compare(total, Q.ONE) > 0) return false;
  return factors.every((f) => f.weight.numerator > 0n && shapes.of(f.term).concave && I.isNonNegative(shapes.algebra.range(f.term)));
}

/** A positive product whose logarithm is convex. */
function isLogConvex(shapes: Shapes, factors: readonly Weighted[]): boolean {
  if (!factors.every((f) => I.isPositive(shapes.algebra.range(f.term)))) return false;
  const logs = factors.map((f) => ({ weight: f.weight, term: shapes.algebra.apply('log', f.term) }));
  return shapes.of(shapes.algebra.sum(Q.ZERO, logs)).convex;
}

/** p ln(p / q) for affine p ≥ 0 and concave q ≥ 0. */
function isRelativeEntropy(shapes: Shapes, factors: readonly Weighted[]): boolean {
  if (factors.length !== 2 || factors.some((f) => !Q.equals(f.weight, Q.ONE))) return false;
  return factors.some((f, i) => isEntropyPair(shapes, f.term, (factors[1 - i] as Weighted).term));
}

function isEntropyPair(shapes: Shapes, p: Term, logarithm: Term): boolean {
  const logarithmic = logarithm.op === 'log' || partsOf(logarithm).parts.every((part) => part.term.op === 'log');
  if (!logarithmic || !isAffine(shapes.of(p)) || !I.isNonNegative(shapes.algebra.range(p))) return false;
  const rest = shapes.algebra.divide(shapes.algebra.apply('exp', logarithm), p);
  if (isNumber(rest) || !shapes.varies(rest)) return true;
  const live = factorsOf(rest).filter((f) => shapes.varies(f.term));
  const [q] = live;
  return (
    live.length === 1 &&
    q !== undefined &&
    Q.equals(q.weight, Q.rational(-1)) &&
    shapes.of(q.term).concave &&
    I.isNonNegative(shapes.algebra.range(q.term))
  );
}

/** Convex factors ≥ 0 of one variable that rise together or fall together. */
function isMonotoneProduct(shapes: Shapes, factors: readonly Weighted[]): boolean {
  const [variable] = shapes.variables;
  if (shapes.variables.length !== 1 || variable === undefined) return false;
  const { algebra } = shapes;
  const derivatives = new Derivatives(algebra, variable);
  const terms = factors.map((f) => algebra.product([f]));
  if (terms.length < 2 || !terms.every((t) => shapes.of(t).convex && I.isNonNegative(algebra.range(t)))) return false;
  const slopes = terms.map((t) => algebra.range(derivatives.of(t)));
  return slopes.every(I.isNonNegative) || slopes.every(I.isNonPositive);
}
