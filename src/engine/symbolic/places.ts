import type { Expression } from '../ir/expression';
import type { Attribute, Shape } from '../numerics/signature';
import * as rationals from '../numerics/rational';
import { add, addends, divide, literal, multiply, split } from './algebra';
import { valueAt } from './reduction';
import { NoElement } from './no-formula';
import type { Index, Place, Term } from './term';
import { INDEX_VALUE, isIndex } from './term';

/** The place of that number. */
export function placeOf(value: Term): Place {
  if (value.kind === 'number') return rationals.toNumber(value.value);
  const [place] = value.kind === 'symbol' && value.name === INDEX_VALUE ? value.at : [];
  return place ?? value;
}

/** Places of an operand that is broadcast. */
export function broadcastPlaces(from: Shape, to: Shape, at: readonly Place[]): Place[] {
  const missing = to.length - from.length;
  return from.map((size, axis) => (size === 1 ? 0 : (at[axis + missing] ?? 0)));
}

/** Places before a reshape, axes that it joins or splits taken apart; `parts` gives the variables that a joined one stands for. */
export function reshapedPlaces(
  from: Shape,
  to: Shape,
  at: readonly Place[],
  parts: (whole: Index, sizes: Shape) => readonly Index[],
): Place[] {
  const places: Place[] = [];
  const sources = from.map((size, axis) => ({ size, axis })).filter(({ size }) => size !== 1);
  const targets = to.map((size, axis) => ({ size, place: at[axis] ?? 0 })).filter(({ size }) => size !== 1);
  while (sources.length > 0) {
    const group = matchingGroup(
      sources.map((s) => s.size),
      targets.map((t) => t.size),
    );
    const [sourceGroup, targetGroup] = [sources.splice(0, group.sources), targets.splice(0, group.targets)];
    const sizes = sourceGroup.map((s) => s.size);
    const [target] = targetGroup;
    if (!target || targetGroup.length > 1) throw new NoElement('reshape');
    const found = sizes.length === 1 ? [target.place] : apart(target.place, sizes, parts);
    sourceGroup.forEach(({ axis }, i) => (places[axis] = found[i] ?? 0));
  }
  return from.map((_, axis) => places[axis] ?? 0);
}

/** Fewest leading axes on both sides with the same number of elements. */
function matchingGroup(from: readonly number[], to: readonly number[]): { sources: number; targets: number } {
  let [left, right, sources, targets] = [from[0] ?? 1, to[0] ?? 1, 1, 1];
  while (left !== right) {
    if (left < right && sources < from.length) left *= from[sources++] ?? 1;
    else if (right < left && targets < to.length) right *= to[targets++] ?? 1;
    else throw new NoElement('reshape');
  }
  return { sources, targets };
}

function apart(place: Place, sizes: Shape, parts: (whole: Index, sizes: Shape) => readonly Index[]): readonly Place[] {
  if (isIndex(place)) return parts(place, sizes);
  return typeof place === 'number' ? digits(place, sizes) : affine(place, sizes);
}

function digits(place: number, sizes: Shape): number[] {
  let rest = place;
  return [...sizes]
    .reverse()
    .map((size) => {
      const digit = rest % size;
      rest = Math.floor(rest / size);
      return digit;
    })
    .reverse();
}

/** `columns · i + t` is row i, column t, when i runs over all rows: the idiom of picking one entry of each row. */
function affine(place: Term, sizes: Shape): readonly Place[] {
  const [rows = 1, columns = 1] = sizes;
  if (sizes.length !== 2) throw new NoElement('reshape');
  const parts = addends(place);
  const row = parts.find((part) => isRow(part, rows, columns));
  if (!row) throw new NoElement('reshape');
  const column = add(...parts.filter((part) => part !== row));
  return [placeOf(divide(row, literal(columns))), placeOf(column)];
}

function isRow(part: Term, rows: number, columns: number): boolean {
  const { coefficient, rest } = split(part);
  const [index] = rest?.kind === 'symbol' && rest.name === INDEX_VALUE ? rest.at : [];
  return rationals.equals(coefficient, rationals.rational(columns)) && index !== undefined && isIndex(index) && index.size === rows;
}

/** Places before a transposition. */
export function transposedPlaces(axes: Attribute, rank: number, at: readonly Place[]): Place[] {
  const order = Array.isArray(axes) ? axes.map(Number) : Array.from({ length: rank }, (_, i) => rank - 1 - i);
  return Array.from({ length: rank }, (_, axis) => at[order.indexOf(axis)] ?? 0);
}

/** Places before a slice: shifted and stretched. */
export function slicedPlaces({ attributes }: Expression, at: readonly Place[]): Place[] {
  const { starts, steps } = attributes;
  return at.map((place, axis) => {
    const start = Array.isArray(starts) ? Number(starts[axis] ?? 0) : 0;
    const step = Array.isArray(steps) ? Number(steps[axis] ?? 1) : 1;
    if (start < 0) throw new NoElement('slice');
    return placeOf(add(multiply(literal(step), valueAt(place)), literal(start)));
  });
}

/** The entry of a table of whole numbers that are evenly spaced, as a term in its position; null for other tables. */
export function progression(values: readonly number[], position: Place): Term | null {
  const [start = 0, second = start] = values;
  const step = second - start;
  return values.every((value, i) => value === start + i * step) ? add(literal(start), multiply(literal(step), valueAt(position))) : null;
}

/** Sizes of the axes that have more than one element. */
export function longSizes(shape: Shape): Shape {
  return shape.filter((size) => size !== 1);
}

/** Axes of a reduction. */
export function axesOf(axes: Attribute, rank: number): readonly number[] {
  if (axes === null) return Array.from({ length: rank }, (_, i) => i);
  return (Array.isArray(axes) ? axes : [axes]).map((axis) => normalAxis(axis, rank));
}

/** A non-negative axis. */
export function normalAxis(axis: Attribute | undefined, rank: number): number {
  const value = typeof axis === 'number' ? axis : -1;
  return value < 0 ? value + rank : value;
}

/** Whether a place is computed from an index variable, like i + 1. */
export function isShifted(place: Place): boolean {
  return typeof place === 'object' && !isIndex(place) && place.key.includes(`"${INDEX_VALUE}"`);
}
