import * as Q from '../../../numerics/rational';
import type { Algebra, Term, Weighted } from '../term';
import { partsOf } from '../term';
import type { Gathered } from './gather';

/** Identities in which a function takes up the rest of a sum: 1 - σ(u) = σ(-u), 1 - erf(u) = erfc(u), softplus(u) - u = softplus(-u). */
export function complementRule(algebra: Algebra, sum: Gathered): Gathered | null {
  return constantComplement(algebra, sum) ?? softplusComplement(algebra, sum);
}

function constantComplement(algebra: Algebra, { constant, parts }: Gathered): Gathered | null {
  if (constant.numerator === 0n) return null;
  for (const part of parts) {
    const image = complementOf(algebra, part, constant);
    if (image) return { constant: Q.ZERO, parts: [...parts.filter((p) => p !== part), image] };
  }
  return null;
}

/** `constant + weight · term` as one weighted term. */
function complementOf(algebra: Algebra, { weight, term }: Weighted, constant: Q.Rational): Weighted | null {
  const argument = term.args[0] as Term;
  const opposite = Q.equals(weight, Q.negative(constant));
  if (term.op === 'sigmoid' && opposite) return { weight: constant, term: algebra.apply('sigmoid', algebra.negative(argument)) };
  if (term.op === 'erfc' && Q.equals(constant, Q.multiply(weight, Q.rational(-2)))) {
    return { weight: Q.negative(weight), term: algebra.apply('erfc', algebra.negative(argument)) };
  }
  if (term.op !== 'erf' || !(opposite || Q.equals(weight, constant))) return null;
  return { weight: constant, term: algebra.apply('erfc', opposite ? argument : algebra.negative(argument)) };
}

function softplusComplement(algebra: Algebra, { constant, parts }: Gathered): Gathered | null {
  for (const part of parts) {
    if (part.term.op !== 'softplus') continue;
    const argument = part.term.args[0] as Term;
    const mirror = algebra.apply('softplus', algebra.negative(argument));
    const other = parts.find((p) => p.term === mirror);
    if (other && other.term.id > part.term.id) {
      const rest = parts.filter((p) => p !== other);
      return {
        constant,
        parts: [...rest, { weight: other.weight, term: part.term }, { weight: Q.negative(other.weight), term: argument }],
      };
    }
    if (cancels(parts, argument, Q.negative(part.weight))) {
      const rest = parts.filter((p) => p !== part);
      return { constant, parts: [...rest, { weight: part.weight, term: argument }, { weight: part.weight, term: mirror }] };
    }
  }
  return null;
}

/** Whether the sum contains `factor · argument` exactly, so that adding its opposite removes terms. */
function cancels(parts: readonly Weighted[], argument: Term, factor: Q.Rational): boolean {
  const inner = partsOf(argument).parts;
  if (inner.length === 0) return false;
  return inner.every(({ weight, term }) => {
    const here = parts.find((p) => p.term === term);
    return here !== undefined && Q.equals(here.weight, Q.multiply(factor, weight));
  });
}
