import type { Value } from '../values/value';
import { LIST, type Inputs } from './inputs';

/**
 * Values that are to be as many as `wanted`: of a list parameter that is among them, more or fewer elements are needed; a parameter
 * whose rows are among others is a list. Whether that was noted.
 */
export function demandParts(inputs: Inputs, items: readonly Value[], wanted: number): boolean {
  return demandRows(inputs, items) || demandElements(inputs, items, wanted);
}

function demandElements(inputs: Inputs, items: readonly Value[], wanted: number): boolean {
  const counts = new Map<string, number>();
  for (const item of items) {
    const [, list, place] = (item.kind === 'free' && ELEMENT.exec(item.path)) || [];
    if (list !== undefined) counts.set(list, Number(place) === (counts.get(list) ?? 0) ? Number(place) + 1 : NaN);
  }
  const lists = [...counts].filter(([, count]) => count + wanted - items.length > 0);
  const [path, count] = lists.find(([list]) => list.includes('[')) ?? lists.at(-1) ?? [];
  if (path === undefined || count === undefined) return false;
  inputs.mismatched.push({ path, as: 'parts', value: count + wanted - items.length });
  return true;
}

const ELEMENT = /^(.+)\[(\d+)\]$/;

function demandRows(inputs: Inputs, items: readonly Value[]): boolean {
  const [first] = items;
  const isRow = first?.kind === 'tensor' && first.view !== undefined && items.some((item) => item.kind === 'free');
  return isRow && inputs.demand(first.cell.value, LIST);
}
