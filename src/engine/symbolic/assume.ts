import { ONE, ZERO, apply } from './algebra';
import type { Term } from './term';

/** Comparisons with their operands exchanged, and their opposites. */
const MIRRORED: Readonly<Record<string, string>> = {
  less: 'greater',
  less_equal: 'greater_equal',
  greater: 'less',
  greater_equal: 'less_equal',
  equal: 'equal',
  not_equal: 'not_equal',
};
const OPPOSITE: Readonly<Record<string, string>> = {
  less: 'greater_equal',
  less_equal: 'greater',
  greater: 'less_equal',
  greater_equal: 'less',
  equal: 'not_equal',
  not_equal: 'equal',
};

/** The condition that holds where another does not. */
export function opposite(condition: Term): Term {
  const other = condition.kind === 'apply' ? OPPOSITE[condition.op] : undefined;
  return other && condition.kind === 'apply' ? apply(other, condition.args) : apply('logical_not', [condition]);
}

/** What a condition and its other spellings are, by key, on the side of a choice where it holds or does not. */
export function assumed(condition: Term, holds: boolean): ReadonlyMap<string, Term> {
  const [yes, no] = holds ? [ONE, ZERO] : [ZERO, ONE];
  const known = new Map([[condition.key, yes]]);
  if (condition.kind !== 'apply') return known;
  const [x, y] = condition.args;
  if (condition.op === 'logical_not' && x) return known.set(x.key, no);
  known.set(apply('logical_not', [condition]).key, no);
  const [mirrored, other] = [MIRRORED[condition.op], OPPOSITE[condition.op]];
  if (!x || !y || !mirrored || !other) return known;
  known.set(apply(mirrored, [y, x]).key, yes).set(apply(other, [x, y]).key, no);
  return known.set(apply(MIRRORED[other] ?? other, [y, x]).key, no);
}
