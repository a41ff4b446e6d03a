import * as Q from '../../numerics/rational';
import type { Term } from '../scalar/term';
import { dependsOn, weighted } from '../scalar/term';

/** Degree of homogeneity in the variables: f(su) = s^degree f(u) for s > 0; null when there is none. */
export function degreeOf(term: Term, variables: readonly string[]): Q.Rational | null {
  if (!dependsOn(term, variables)) return Q.ZERO;
  switch (term.op) {
    case 'variable':
      return Q.ONE;
    case 'sum':
      return sumDegree(term, variables);
    case 'product':
      return productDegree(term, variables);
    case 'abs':
    case 'max':
      return common(term.args, variables);
    case 'oddroot':
      return scaledDegree(term.args[0] as Term, Q.divide(Q.ONE, term.constant), variables);
    case 'where': {
      const [guard, ...branches] = term.args as [Term, Term, Term];
      return degreeOf(guard, variables) === null ? null : common(branches, variables);
    }
    default:
      return term.args.every((a) => isZero(degreeOf(a, variables))) ? Q.ZERO : null;
  }
}

function isZero(degree: Q.Rational | null): boolean {
  return degree !== null && degree.numerator === 0n;
}

function common(terms: readonly Term[], variables: readonly string[]): Q.Rational | null {
  const live = terms.filter((t) => t.op !== 'number' || t.constant.numerator !== 0n);
  const degrees = live.map((t) => degreeOf(t, variables));
  const [first] = degrees;
  return first && degrees.every((d) => d !== null && Q.equals(d, first)) ? first : null;
}

function scaledDegree(base: Term, exponent: Q.Rational, variables: readonly string[]): Q.Rational | null {
  const degree = degreeOf(base, variables);
  return degree && Q.multiply(degree, exponent);
}

function productDegree(term: Term, variables: readonly string[]): Q.Rational | null {
  let total = Q.ZERO;
  for (const { weight, term: base } of weighted(term)) {
    const degree = scaledDegree(base, weight, variables);
    if (!degree) return null;
    total = Q.add(total, degree);
  }
  return total;
}

/** Parts of one degree; or of degree 0 up to logarithms whose scale factors cancel: ln p - ln q. */
function sumDegree(term: Term, variables: readonly string[]): Q.Rational | null {
  const parts = weighted(term);
  const same = common(
    parts.map((p) => p.term),
    variables,
  );
  if (same && (term.constant.numerator === 0n || same.numerator === 0n)) return same;
  let shift = Q.ZERO;
  for (const { weight, term: part } of parts) {
    const scale =
      part.op === 'log' ? scaledDegree(part.args[0] as Term, weight, variables) : isZero(degreeOf(part, variables)) ? Q.ZERO : null;
    if (!scale) return null;
    shift = Q.add(shift, scale);
  }
  return shift.numerator === 0n ? Q.ZERO : null;
}
