import { Unreadable } from '../state/unreadable';
import { asNumber } from '../values/apply';
import { constantOf } from '../values/constant';
import type { Value } from '../values/value';

/** Items in the order of their keys, which must be known; equal ones stay as they are. */
export function sorted(items: readonly Value[], keyOfItem: (item: Value) => Value, reverse: boolean): Value[] {
  const keyed = items.map((item) => ({ item, key: sortKey(keyOfItem(item)) }));
  const kinds = new Set(keyed.map(({ key }) => typeof key));
  if (kinds.has('undefined') || kinds.size > 1) throw new Unreadable('sorted of what is not numbers');
  return keyed.sort((a, b) => order(a.key ?? 0, b.key ?? 0) * (reverse ? -1 : 1)).map(({ item }) => item);
}

function sortKey(value: Value): number | string | undefined {
  return value.kind === 'text' ? value.value : (asNumber(value)?.value ?? (value.kind === 'tensor' ? constantOf(value)?.[0] : undefined));
}

function order(a: number | string, b: number | string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
