import type { Interval } from '../../numerics/interval';
import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import type { Term, Weighted } from './term';
import { factorsOf, weighted } from './term';

/** More corners than 2 to this are not visited. */
const MOST_VARIABLES = 6;

/** Range of a sum, given ranges of its variables and of its parts; null when the variables are unbounded. */
type CornerRange = (rangeOf: (term: Term) => Interval) => Interval | null;

/**
 * Range of a sum whose parts are products of distinct variables: an extremum over a box lies at a corner, so p + y - p y is
 * seen to stay in [0, 1]. Null when the sum is something else.
 */
export function multiAffineForm(sum: Term): CornerRange | null {
  if (!sum.args.some(({ op }) => op === 'product')) return null;
  const groups = grouped(weighted(sum));
  if (!groups) return null;
  const constant = Q.toNumber(sum.constant);
  if (!Q.equals(Q.fromBinary(constant), sum.constant)) return null;
  return (rangeOf) => {
    let total = I.point(constant);
    for (const group of groups) {
      const range = group.length === 1 ? ofPart(group[0] as Weighted, rangeOf) : atCorners(group, rangeOf);
      if (!range) return null;
      total = I.add(total, range);
    }
    return total;
  };
}

/** Parts joined by the variables that they share; null when one is no product of distinct variables. */
function grouped(parts: readonly Weighted[]): readonly (readonly Weighted[])[] | null {
  if (!parts.every(({ term }) => factorsOf(term).every((f) => f.term.op === 'variable' && Q.isOne(f.weight)))) return null;
  let groups: { names: ReadonlySet<string>; parts: readonly Weighted[] }[] = [];
  for (const part of parts) {
    const joined = groups.filter((g) => [...part.term.free].some((name) => g.names.has(name)));
    const names = new Set([...part.term.free, ...joined.flatMap((g) => [...g.names])]);
    groups = [...groups.filter((g) => !joined.includes(g)), { names, parts: [...joined.flatMap((g) => g.parts), part] }];
  }
  return groups.map((g) => g.parts);
}

function ofPart({ weight, term }: Weighted, rangeOf: (term: Term) => Interval): Interval | null {
  const scale = Q.toNumber(weight);
  return Q.equals(Q.fromBinary(scale), weight) ? I.multiply(I.point(scale), rangeOf(term)) : null;
}

/** Hull of the exact values at all corners; an end is open where it is reached only at corners outside the domain. */
function atCorners(parts: readonly Weighted[], rangeOf: (term: Term) => Interval): Interval | null {
  const variables = [...new Set(parts.flatMap((p) => factorsOf(p.term).map((f) => f.term)))];
  const ranges = variables.map(rangeOf);
  if (variables.length > MOST_VARIABLES || !ranges.every((r) => Number.isFinite(r.lo) && Number.isFinite(r.hi))) return null;
  let hull: Interval | null = null;
  for (let mask = 0; mask < 1 << variables.length; mask++) {
    const corner = new Map(
      variables.map((v, i) => [v, (mask >> i) & 1 ? (ranges[i] as Interval).hi : (ranges[i] as Interval).lo] as const),
    );
    const value = parts.reduce((total, { weight, term }) => {
      const product = factorsOf(term).reduce((p, f) => Q.multiply(p, Q.fromBinary(corner.get(f.term) as number)), weight);
      return Q.add(total, product);
    }, Q.ZERO);
    const near = Q.toNumber(value);
    if (!Q.equals(Q.fromBinary(near), value)) return null;
    hull = hull ? I.hull(hull, I.point(near)) : I.point(near);
  }
  return hull;
}
