import { ONE, multiply } from './algebra';
import { mapParts } from './rewrite';
import type { Term, TermOf } from './term';
import { isIndex, number } from './term';

/**
 * The term with sums of a row of class probabilities put to 1, and the rows that were; `isRow` tells for a parameter whether
 * its rows may be such. Only sums that weigh a softmax over as many classes are taken for rows.
 */
export function sumRowsToOne(
  term: Term,
  isRow: (name: string) => boolean,
): { readonly term: Term; readonly rows: readonly TermOf<'reduce'>[] } {
  const rows = new Map<string, TermOf<'reduce'>>();
  const change = (part: Term): Term => {
    if (part.kind !== 'multiply') return mapParts(part, change);
    const classes = part.factors.filter((f) => f.kind === 'along').map((f) => f.index.size);
    const factors = part.factors.map((factor) => {
      if (!isRowSum(factor, isRow) || !classes.includes(factor.indices[0]?.size ?? 0)) return change(factor);
      rows.set(factor.key, factor);
      return ONE;
    });
    return multiply(number(part.coefficient), ...factors);
  };
  return { term: change(term), rows: [...rows.values()] };
}

function isRowSum(term: Term, isRow: (name: string) => boolean): term is TermOf<'reduce'> {
  if (term.kind !== 'reduce' || term.op !== 'sum' || term.indices.length !== 1 || term.body.kind !== 'symbol' || !isRow(term.body.name))
    return false;
  const last = term.body.at[term.body.at.length - 1];
  return last !== undefined && isIndex(last) && last.id === term.indices[0]?.id;
}
