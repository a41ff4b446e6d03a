import * as Q from '../../numerics/rational';
import type { Term } from '../scalar/term';
import { dependsOn, weighted } from '../scalar/term';

/** The degree of a part, found once for each node. */
type DegreeOf = (part: Term) => Q.Rational | null;

/** Degree of homogeneity in the variables: f(su) = s^degree f(u) for s > 0; null when there is none. */
export function degreeOf(term: Term, variables: readonly string[]): Q.Rational | null {
  const known = new Map<Term, Q.Rational | null>();
  const of: DegreeOf = (part) => {
    let degree = known.get(part);
    if (degree === undefined) known.set(part, (degree = dependsOn(part, variables) ? dependentDegree(part, of) : Q.ZERO));
    return degree;
  };
  return of(term);
}

function dependentDegree(term: Term, of: DegreeOf): Q.Rational | null {
  switch (term.op) {
    case 'variable':
      return Q.ONE;
    case 'sum':
      return sumDegree(term, of);
    case 'product':
      return productDegree(term, of);
    case 'abs':
    case 'max':
      return common(term.args, of);
    case 'oddroot':
      return scaledDegree(term.args[0] as Term, Q.divide(Q.ONE, term.constant), of);
    case 'where': {
      const [guard, ...branches] = term.args as [Term, Term, Term];
      return of(guard) === null ? null : common(branches, of);
    }
    default:
      return term.args.every((a) => isZero(of(a))) ? Q.ZERO : null;
  }
}

function isZero(degree: Q.Rational | null): boolean {
  return degree !== null && degree.numerator === 0n;
}

function common(terms: readonly Term[], of: DegreeOf): Q.Rational | null {
  const live = terms.filter((t) => t.op !== 'number' || t.constant.numerator !== 0n);
  const degrees = live.map((t) => of(t));
  const [first] = degrees;
  return first && degrees.every((d) => d !== null && Q.equals(d, first)) ? first : null;
}

function scaledDegree(base: Term, exponent: Q.Rational, of: DegreeOf): Q.Rational | null {
  const degree = of(base);
  return degree && Q.multiply(degree, exponent);
}

function productDegree(term: Term, of: DegreeOf): Q.Rational | null {
  let total = Q.ZERO;
  for (const { weight, term: base } of weighted(term)) {
    const degree = scaledDegree(base, weight, of);
    if (!degree) return null;
    total = Q.add(total, degree);
  }
  return total;
}

/** Parts of one degree; or of degree 0 up to logarithms whose scale factors cancel: ln p - ln q. */
function sumDegree(term: Term, of: DegreeOf): Q.Rational | null {
  const parts = weighted(term);
  const same = common(
    parts.map((p) => p.term),
    of,
  );
  if (same && (term.constant.numerator === 0n || same.numerator === 0n)) return same;
  let shift = Q.ZERO;
  for (const { weight, term: part } of parts) {
    const scale = part.op === 'log' ? scaledDegree(part.args[0] as Term, weight, of) : isZero(of(part)) ? Q.ZERO : null;
    if (!scale) return null;
    shift = Q.add(shift, scale);
  }
  return shift.numerator === 0n ? Q.ZERO : null;
}
