import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import type { Algebra, Term, Weighted } from '../scalar/term';
import { partsOf } from '../scalar/term';

/** A lower bound that interval ranges miss: ln Σ e^z is at least every mean of the z. Null when it is not of use. */
export function lowerBound(algebra: Algebra, term: Term): number | null {
  const sum = partsOf(term);
  let parts = sum.parts;
  let total = I.point(Q.toNumber(sum.constant));
  for (;;) {
    const part = parts.find((p) => p.term.op === 'logsumexp' && p.weight.numerator > 0n);
    if (!part) break;
    const means = meanOfOperands(part, parts);
    if (!means) return null;
    parts = parts.filter((p) => p !== part && !means.includes(p));
  }
  for (const { weight, term: t } of parts) total = I.add(total, I.multiply(I.point(Q.toNumber(weight)), algebra.range(t)));
  return Number.isFinite(total.lo) ? total.lo : null;
}

/** Parts of the sum that together are minus a mean of the operands, of the same weight; null when there are none. */
function meanOfOperands({ weight, term }: Weighted, parts: readonly Weighted[]): readonly Weighted[] | null {
  const chosen = parts.find((p) => Q.equals(p.weight, Q.negative(weight)) && isChoice(p.term, term.args));
  if (chosen) return [chosen];
  const linear = parts.filter((p) => p.weight.numerator < 0n && term.args.includes(p.term));
  const sum = linear.reduce((total, p) => Q.add(total, p.weight), Q.ZERO);
  return Q.equals(sum, Q.negative(weight)) ? linear : null;
}

/** Whether a term is one of the operands, or a branch between them. */
function isChoice(term: Term, operands: readonly Term[]): boolean {
  if (operands.includes(term)) return true;
  return term.op === 'where' && term.args.slice(1).every((branch) => isChoice(branch, operands));
}
