import type { Shape } from '../../numerics/signature';
import { sizeOf } from '../../ir/expression';

/** For each element of `to`, the offset of the element of `from` that broadcasting puts there. */
export function broadcastOffsets(from: Shape, to: Shape): readonly number[] {
  const strides = stridesOf(from);
  const lead = to.length - from.length;
  return coordinatesOf(to).map((at) =>
    from.reduce((offset, size, i) => offset + (size === 1 ? 0 : (at[lead + i] as number) * (strides[i] as number)), 0),
  );
}

/** Offsets grouped by what remains when `axes` are reduced away (null: all of them), in row-major order of the rest. */
export function groupsOf(shape: Shape, axes: readonly number[] | null): readonly (readonly number[])[] {
  const reduced = new Set(axes === null ? shape.keys() : axes.map((axis) => (axis < 0 ? axis + shape.length : axis)));
  const groups = new Map<string, number[]>();
  coordinatesOf(shape).forEach((at, offset) => {
    const key = at.filter((_, axis) => !reduced.has(axis)).join();
    const group = groups.get(key);
    if (group) group.push(offset);
    else groups.set(key, [offset]);
  });
  return [...groups.values()];
}

/** Row-major coordinates of every element. */
export function coordinatesOf(shape: Shape): readonly (readonly number[])[] {
  const strides = stridesOf(shape);
  return Array.from({ length: sizeOf(shape) }, (_, offset) =>
    shape.map((size, axis) => Math.floor(offset / (strides[axis] as number)) % size),
  );
}

function stridesOf(shape: Shape): readonly number[] {
  const strides: number[] = [];
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis] as number;
  }
  return strides;
}

/** Name of one element of a parameter: `p`, `p[0]`, `p[0,1]`. */
export function elementName(name: string, at: readonly number[]): string {
  return at.length === 0 ? name : `${name}[${at.join(',')}]`;
}
