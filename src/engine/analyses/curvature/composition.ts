import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { inOrder } from '../scalar/tape';
import type { Algebra, Term } from '../scalar/term';
import { dependsOn, factorsOf, isNumber, partsOf, weighted } from '../scalar/term';
import { atomOf, powerAtom } from './atoms';
import { productShape } from './products';
import { constantHessian, isPositiveSemidefinite, quadraticMatrix } from './quadratic';
import { AFFINE, bothOf, composed, CONCAVE, CONVEX, isAffine, mirrored, type Shape, UNKNOWN } from './shape';

/** The composition rule with ranges, for functions of the given variables; everything else is a parameter. */
export class Composition {
  private readonly known = new Map<Term, Shape>();

  constructor(
    readonly algebra: Algebra,
    readonly variables: readonly string[],
  ) {}

  /** Whether the term depends on a variable under study. */
  varies(term: Term): boolean {
    return dependsOn(term, this.variables);
  }

  /** Takes for granted what was proved of a term in another way; terms that were asked about before keep what was said of them. */
  learn(term: Term, shape: Shape): void {
    this.known.set(term, shape);
  }

  /** What the rule proves of a term. */
  of(term: Term): Shape {
    if (!this.varies(term)) return AFFINE;
    const known = this.known.get(term);
    if (known) return known;
    this.known.set(term, UNKNOWN);
    const shape = this.compute(term);
    this.known.set(term, shape);
    return shape;
  }

  private compute(term: Term): Shape {
    switch (term.op) {
      case 'variable':
        return AFFINE;
      case 'sum':
        return this.ofSum(term);
      case 'product':
        return this.ofProduct(term);
      case 'max':
      case 'logsumexp':
        return term.args.every((a) => this.of(a).convex) ? CONVEX : UNKNOWN;
      case 'exp':
        return (
          this.ofParameterPower(term) ?? composed(atomOf(term, this.algebra.range(term.args[0] as Term)), this.of(term.args[0] as Term))
        );
      case 'where':
        return this.varies(term.args[0] as Term) ? UNKNOWN : bothOf(this.of(term.args[1] as Term), this.of(term.args[2] as Term));
      case 'log':
        return this.ofLog(term);
      default: {
        const inner = term.args[0] as Term;
        return composed(atomOf(term, this.algebra.range(inner)), this.of(inner));
      }
    }
  }

  /** Part by part; parts that are polynomials, which may need each other as in a² + ab + b², together where one alone is neither. */
  private ofSum(term: Term): Shape {
    const parts = weighted(term);
    const shapes = parts.map(({ weight, term: part }) => (weight.numerator < 0n ? mirrored(this.of(part)) : this.of(part)));
    const shape = shapes.reduce(bothOf);
    const isTogether = parts.map((part, i) => this.varies(part.term) && !isAffine(shapes[i] as Shape) && isPolynomial(part.term));
    const together = parts.filter((_, i) => isTogether[i]);
    if (shape.convex || shape.concave || together.length < 2) return shape;
    return shapes.filter((_, i) => !isTogether[i]).reduce(bothOf, quadraticShape(this, this.algebra.sum(Q.ZERO, together)));
  }

  /** Logarithms of functions that are log-concave and rise: softplus, and 1 - e^-v. */
  private ofLog(term: Term): Shape {
    const inner = term.args[0] as Term;
    const plain = composed(atomOf(term, this.algebra.range(inner)), this.of(inner));
    if (plain.concave) return plain;
    if (inner.op === 'softplus') return composed(RISING_CONCAVE, this.of(inner.args[0] as Term));
    const { constant, parts } = partsOf(inner);
    const [only] = parts;
    if (!only || parts.length > 1 || !Q.equals(constant, Q.ONE) || !Q.equals(only.weight, Q.rational(-1)) || only.term.op !== 'exp')
      return plain;
    const v = this.algebra.negative(only.term.args[0] as Term);
    return composed(RISING_CONCAVE, this.of(isPositiveMultipleOfExp(v) ? this.algebra.apply('log', v) : v));
  }

  private ofProduct(term: Term): Shape {
    const factors = factorsOf(term);
    const parameters = factors.filter((f) => !this.varies(f.term));
    const live = factors.filter((f) => this.varies(f.term));
    const [only] = live;
    const shape = live.length === 1 && only ? this.ofPower(only.term, only.weight) : productShape(this, live);
    if (isAffine(shape) || parameters.length === 0) return shape;
    const scale = this.algebra.range(this.algebra.product(parameters));
    if (I.isNonNegative(scale)) return shape;
    return I.isNonPositive(scale) ? mirrored(shape) : UNKNOWN;
  }

  /** e^(p ln v) = v^p for a parameter p: convex for p ≥ 1 and convex v, and so on as for numbers. */
  private ofParameterPower(term: Term): Shape | null {
    const argument = term.args[0] as Term;
    const factors = factorsOf(argument);
    const logarithm = factors.find((f) => f.term.op === 'log' && Q.equals(f.weight, Q.ONE) && this.varies(f.term));
    const rest = factors.filter((f) => f !== logarithm);
    const base = logarithm?.term.args[0];
    if (!base || rest.some((f) => this.varies(f.term)) || !I.isNonNegative(this.algebra.range(base))) return null;
    const exponent = this.algebra.range(this.algebra.product(rest));
    const inner = this.of(base);
    if (exponent.lo >= 1) return inner.convex ? CONVEX : null;
    if (exponent.lo >= 0 && exponent.hi <= 1) return inner.concave ? CONCAVE : null;
    return exponent.hi <= 0 && inner.concave ? CONVEX : null;
  }

  private ofPower(base: Term, exponent: Q.Rational): Shape {
    if (Q.equals(exponent, Q.ONE)) return this.of(base);
    if (isNormPower(this, base, exponent) || isQuadraticNorm(this, base, exponent)) return CONVEX;
    return composed(powerAtom(exponent, this.algebra.range(base)), this.of(base));
  }
}

/** ln softplus, ln(1 - e^-v), and ln(1 - e^-eʷ) as a function of w. */
const RISING_CONCAVE = { convex: false, concave: true, increasing: true, decreasing: false };

function isPositiveMultipleOfExp(term: Term): boolean {
  const { constant, parts } = partsOf(term);
  const [only] = parts;
  return only !== undefined && parts.length === 1 && constant.numerator === 0n && only.weight.numerator > 0n && only.term.op === 'exp';
}

/** (Σ c|u|^p + k)^q for p ≥ 1, p q ≥ 1, k ≥ 0 and affine u, or convex u ≥ 0: a norm to a power of at least 1. */
function isNormPower(composition: Composition, base: Term, exponent: Q.Rational): boolean {
  const { constant, parts } = partsOf(base);
  if (exponent.numerator <= 0n || constant.numerator < 0n) return false;
  const orders = [Q.rational(2), Q.divide(Q.ONE, exponent)].filter(
    (order) => Q.compare(order, Q.ONE) >= 0 && Q.compare(Q.multiply(order, exponent), Q.ONE) >= 0,
  );
  return orders.some((order) => parts.every(({ weight, term }) => weight.numerator > 0n && isNormPart(composition, term, order)));
}

const LARGEST_QUADRATIC = 40;

const POLYNOMIAL: ReadonlySet<string> = new Set(['sum', 'product', 'variable', 'number']);

function isPolynomial(term: Term): boolean {
  const order = inOrder(term);
  return order.length <= LARGEST_QUADRATIC && order.every((node) => POLYNOMIAL.has(node.op));
}

/** A quadratic polynomial, by its Hessian. */
function quadraticShape({ algebra, variables }: Composition, term: Term): Shape {
  if (inOrder(term).length > LARGEST_QUADRATIC) return UNKNOWN;
  const live = variables.filter((name) => term.free.has(name));
  const hessian = constantHessian(algebra, term, live);
  if (!hessian) return UNKNOWN;
  const concave = isPositiveSemidefinite(hessian.map((row) => row.map((entry) => Q.multiply(entry, Q.rational(-1)))));
  return { convex: isPositiveSemidefinite(hessian), concave };
}

/** A power of at least 1/2 of a quadratic polynomial that is a sum of squares of affine forms: that of a norm. */
function isQuadraticNorm({ algebra, variables }: Composition, base: Term, exponent: Q.Rational): boolean {
  if (base.op !== 'sum' || Q.compare(exponent, Q.rational(1, 2)) < 0 || inOrder(base).length > LARGEST_QUADRATIC) return false;
  const matrix = quadraticMatrix(
    algebra,
    base,
    variables.filter((name) => base.free.has(name)),
  );
  return matrix !== null && isPositiveSemidefinite(matrix);
}

function isNormPart(composition: Composition, term: Term, order: Q.Rational): boolean {
  const inner = rootOf(composition.algebra, term, order);
  if (!inner) return !composition.varies(term) && I.isNonNegative(composition.algebra.range(term));
  const shape = composition.of(inner);
  const range = composition.algebra.range(inner);
  return isAffine(shape) || (shape.convex && I.isNonNegative(range)) || (shape.concave && I.isNonPositive(range));
}

/** u of a part that is |u|^order. */
function rootOf(algebra: Algebra, term: Term, order: Q.Rational): Term | null {
  const even = Q.isInteger(order) && order.numerator % 2n === 0n;
  if (term.op === 'exp') return algebra.apply('exp', algebra.scale(Q.divide(Q.ONE, order), term.args[0] as Term));
  const factors = factorsOf(term);
  const unsigned = factors.every((f) => even || f.term.op === 'abs' || I.isNonNegative(algebra.range(f.term)));
  if (!unsigned || (isNumber(term) && term.constant.numerator < 0n)) return null;
  const roots = factors.map((f) => ({
    weight: Q.divide(f.weight, order),
    term: f.term.op === 'abs' && Q.equals(f.weight, order) ? (f.term.args[0] as Term) : f.term,
  }));
  if (even && !roots.every((r) => Q.isInteger(r.weight) || I.isNonNegative(algebra.range(r.term)))) return null;
  return algebra.product(roots);
}
