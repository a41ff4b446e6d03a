import * as Q from '../../../numerics/rational';
import type { Algebra, Term, Weighted } from '../term';
import { complementRule } from './complement';
import { expandedSum } from './expand';
import { foldRule } from './fold';
import { gather, type Gathered } from './gather';

/** constant + Σ weight · term in canonical form: flattened, like terms collected, identities applied. */
export function sumOf(algebra: Algebra, constant: Q.Rational, terms: readonly Weighted[]): Term {
  let gathered = gather(constant, terms);
  for (const rule of [foldRule, complementRule]) {
    const next = rule(algebra, gathered);
    if (next) gathered = gather(next.constant, next.parts);
  }
  const shorter = gathered.parts.length > (gathered.constant.numerator === 0n ? 1 : 0) ? expandedSum(algebra, gathered) : null;
  return assemble(algebra, shorter ? gather(shorter.constant, shorter.parts) : gathered);
}

function assemble(algebra: Algebra, { constant, parts }: Gathered): Term {
  if (parts.length === 0) return algebra.number(constant);
  const [only] = parts as [Weighted];
  if (parts.length === 1 && constant.numerator === 0n && Q.equals(only.weight, Q.ONE)) return only.term;
  return algebra.intern({ op: 'sum', args: parts.map((p) => p.term), weights: parts.map((p) => p.weight), constant });
}
