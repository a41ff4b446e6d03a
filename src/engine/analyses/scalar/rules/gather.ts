import * as Q from '../../../numerics/rational';
import type { Term, Weighted } from '../term';
import { partsOf } from '../term';

/** A sum while it is being put together. */
export interface Gathered {
  readonly constant: Q.Rational;
  readonly parts: readonly Weighted[];
}

/** Flattens nested sums and collects like terms; parts with weight 0 are dropped, the rest are in order of age. */
export function gather(constant: Q.Rational, terms: readonly Weighted[]): Gathered {
  let total = constant;
  const weights = new Map<Term, Q.Rational>();
  for (const { weight, term } of terms) {
    const inner = partsOf(term);
    total = Q.add(total, Q.multiply(weight, inner.constant));
    for (const part of inner.parts) {
      const more = Q.multiply(weight, part.weight);
      const known = weights.get(part.term);
      weights.set(part.term, known ? Q.add(known, more) : more);
    }
  }
  const parts = [...weights]
    .filter(([term, weight]) => weight.numerator !== 0n || hasNoValue(term))
    .map(([term, weight]) => ({ weight: weight.numerator === 0n ? Q.ONE : weight, term }));
  return { constant: total, parts: parts.sort((a, b) => a.term.id - b.term.id) };
}

/** Constants such as 0⁻¹ never cancel: nothing follows from their difference. */
function hasNoValue(term: Term): boolean {
  return term.free.size === 0 && term.op === 'product' && term.args.some((base) => base.op === 'number' && base.constant.numerator === 0n);
}
