import * as I from '../../numerics/interval';
import { down, up } from '../../numerics/interval-rounding';
import * as Q from '../../numerics/rational';
import { inOrder } from './tape';
import type { Algebra, Term } from './term';
import { partsOf, weighted } from './term';

/** Domains cut to where a term is defined, and what that asks of which variables, such as `> 0`. */
export interface Narrowed {
  readonly domains: ReadonlyMap<string, I.Interval>;
  readonly conditions: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Cuts the domain of each variable to where logarithms and roots of affine functions of it alone have a value. */
export function narrowed(algebra: Algebra, term: Term): Narrowed {
  const domains = new Map(algebra.domains);
  const conditions = new Map<string, Set<string>>();
  for (const node of inOrder(term)) {
    for (const { operand, open } of needsOf(node)) {
      const half = halfLine(operand, open);
      if (!half) continue;
      const before = domains.get(half.name) ?? I.ALL;
      const after = I.intersect(before, half.range);
      if (I.isEmpty(after) || !cutsOff(before, after)) continue;
      domains.set(half.name, after);
      conditions.set(half.text, (conditions.get(half.text) ?? new Set()).add(half.name));
    }
  }
  return { domains, conditions };
}

/** A single end point that is lost is no news. */
function cutsOff(before: I.Interval, after: I.Interval): boolean {
  return after.lo > before.lo || after.hi < before.hi;
}

function needsOf(node: Term): readonly { readonly operand: Term; readonly open: boolean }[] {
  if (node.op === 'log' || node.op === 'lgamma') return [{ operand: node.args[0] as Term, open: true }];
  if (node.op !== 'product') return [];
  return weighted(node)
    .filter((f) => !Q.isInteger(f.weight))
    .map((f) => ({ operand: f.term, open: f.weight.numerator < 0n }));
}

/** Solves `weight · x + constant > 0`. */
function halfLine(operand: Term, open: boolean): { readonly name: string; readonly range: I.Interval; readonly text: string } | null {
  const { constant, parts } = partsOf(operand);
  const [only] = parts;
  if (!only || parts.length > 1 || only.term.op !== 'variable') return null;
  const root = Q.negative(Q.divide(constant, only.weight));
  const near = Q.toNumber(root);
  const exact = Q.equals(Q.fromBinary(near), root);
  const above = only.weight.numerator > 0n;
  const text = `${above ? '>' : '<'}${open ? '' : '='} ${near}`;
  const range = above
    ? I.interval(exact ? near : up(near), Infinity, open, true)
    : I.interval(-Infinity, exact ? near : down(near), true, open);
  return { name: only.term.name, range, text };
}
