import { sizeOf, type Expression } from '../ir/expression';
import type { Shape } from '../numerics/signature';

type ValuesOf = (node: Expression) => Float64Array;

/** Operations that hand on the elements of their operand. */
const HANDS_ON: ReadonlySet<string> = new Set(['reshape', 'broadcast_to', 'identity', 'slice', 'squeeze', 'transpose']);

/** Whether a total is 0 because nothing is added up: wherever it is 0, a mask leaves out every term. */
export function addsNothing(node: Expression, valuesOf: ValuesOf): boolean {
  const [x] = node.args;
  if (HANDS_ON.has(node.op) && x) return addsNothing(x, valuesOf);
  const mask = node.op === 'sum' && x ? maskOf(x, valuesOf) : null;
  if (!x || !mask) return false;
  const totals = valuesOf(node);
  const counted = countedIn(x.shape, axesOf(node, x.shape.length), mask, valuesOf(mask));
  const empty = [...totals].flatMap((total, i) => (total === 0 ? [counted[i]] : []));
  return empty.length > 0 && empty.every((count) => count === 0);
}

/** What chooses the terms: the condition of a `where` with 0 for the others, or a factor of zeros and ones. */
function maskOf({ op, args }: Expression, valuesOf: ValuesOf): Expression | null {
  const [x, y, z] = args;
  if (op === 'where' && x && z) return valuesOf(z).every((v) => v === 0) ? x : null;
  if (op !== 'multiply' || !x || !y) return null;
  return [x, y].find((factor) => valuesOf(factor).every((v) => v === 0 || v === 1)) ?? null;
}

function axesOf({ attributes: { axes } }: Expression, rank: number): readonly number[] {
  const listed = Array.isArray(axes) ? axes.map(Number) : Array.from({ length: rank }, (_, axis) => axis);
  return listed.map((axis) => (axis < 0 ? axis + rank : axis));
}

/** How many terms each total has, in the order of the totals. */
function countedIn(shape: Shape, axes: readonly number[], mask: Expression, chosen: Float64Array): readonly number[] {
  const counts = new Map<string, number>();
  for (let flat = 0; flat < sizeOf(shape); flat++) {
    const place = placeOf(flat, shape);
    const key = place.filter((_, axis) => !axes.includes(axis)).join();
    const one = chosen[flatOf(place, shape, mask.shape)] === 0 ? 0 : 1;
    counts.set(key, (counts.get(key) ?? 0) + one);
  }
  return [...counts.values()];
}

function placeOf(flat: number, shape: Shape): readonly number[] {
  const place: number[] = [];
  for (let axis = shape.length - 1, rest = flat; axis >= 0; axis--) {
    const size = shape[axis] ?? 1;
    place.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return place;
}

/** Where an element that is spread over a larger shape lies in its own. */
function flatOf(place: readonly number[], shape: Shape, own: Shape): number {
  const lead = shape.length - own.length;
  return own.reduce((flat, size, axis) => flat * size + (size === 1 ? 0 : (place[axis + lead] ?? 0)), 0);
}
