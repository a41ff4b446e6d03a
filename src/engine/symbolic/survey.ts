import type { Shape } from '../numerics/signature';
import { mapParts } from './rewrite';
import type { Index, Place, Term } from './term';
import { INDEX_VALUE, isIndex } from './term';

/** The author's names, and the sets of axes that occur together in one place of a term. */
export interface Survey {
  readonly names: Set<string>;
  /** Index variables that stand for the first places of a longer axis, and for how many. */
  readonly cut: ReadonlyMap<number, number>;
  /** Index variables that are computed with, as in `x[i + 1]`. */
  readonly counted: ReadonlySet<number>;
  readonly groups: (readonly number[])[];
}

/** Looks a term over; `sizes` are those of the parameters' axes with more than one element. */
export function survey(term: Term, free: readonly Index[], sizes: ReadonlyMap<string, Shape>): Survey {
  const names = new Set<string>();
  const cut = new Map<number, number>();
  const counted = new Set<number>();
  const groups: (readonly number[])[] = [free.map((i) => i.id)];
  const seen = new Set<Term>();
  const ids = (at: readonly Place[]) => at.filter(isIndex).map((i) => i.id);
  const stand = (at: readonly Place[], own: Shape) => {
    groups.push(ids(at));
    for (const [axis, place] of at.entries()) {
      const index = indexOf(place);
      if (index && index.size < (own[axis] ?? 0)) cut.set(index.id, index.size);
    }
  };
  const visit = (t: Term): Term => {
    if (seen.has(t)) return t;
    seen.add(t);
    if (t.kind === 'symbol') {
      names.add(t.name);
      stand(t.at, sizes.get(t.name) ?? []);
      if (t.name === INDEX_VALUE) for (const id of ids(t.at)) counted.add(id);
    }
    if (t.kind === 'reduce') groups.push(t.indices.map((i) => i.id));
    if (t.kind === 'along') groups.push([t.index.id], ids([t.at]));
    if (t.kind === 'delta') groups.push(ids([t.left]), ids([t.right]));
    if (t.kind === 'whole') {
      groups.push(...t.operands.map(({ indices }) => indices.map((i) => i.id)));
      stand(t.at, t.sizes);
    }
    return mapParts(t, visit);
  };
  visit(term);
  return { names, groups, cut, counted };
}

/** The index variable of a place, or of one that is moved by a number; null for other places. */
function indexOf(place: Place): Index | null {
  if (typeof place === 'number') return null;
  if (isIndex(place)) return place;
  const moving = place.kind === 'add' ? place.terms.filter((t) => t.kind !== 'number') : [place];
  const [value] = moving;
  const [index] = moving.length === 1 && value?.kind === 'symbol' && value.name === INDEX_VALUE ? value.at : [];
  return index !== undefined && typeof index === 'object' && isIndex(index) ? index : null;
}
