import type { Attributes, Shape } from '../../numerics/signature';
import { flagOf, listOf } from './attributes';
import { remember } from './remember';
import { axesOf, sizeOf, stridesOf, walk } from './shapes';

/** Elements that a reduction or an op along axes treats together: group g holds `offsets[g * size .. (g + 1) * size]`. */
export interface Groups {
  readonly count: number;
  readonly size: number;
  readonly offsets: Int32Array;
}

/** Axes of a reduction, counted from the front: all when the attribute is absent. Throws ShapeError. */
export function reducedAxes(shape: Shape, attributes: Attributes): readonly number[] {
  const axes = listOf(attributes, 'axes') ?? listOf(attributes, 'axis');
  return axes ? axesOf(axes, shape.length) : shape.map((_, axis) => axis);
}

/** The groups of a tensor: one for each position on the axes that are not reduced. */
export function groupsOf(shape: Shape, axes: readonly number[]): Groups {
  const kept = shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const order = [...kept, ...[...axes].sort((a, b) => a - b)];
  const strides = stridesOf(shape);
  const sizes = order.map((axis) => shape[axis] as number);
  const offsets = walk(
    sizes,
    order.map((axis) => strides[axis] as number),
  );
  return { count: sizeOf(sizes.slice(0, kept.length)), size: sizeOf(sizes.slice(kept.length)), offsets };
}

/** The groups of a reduction with these attributes. */
export const reducedGroups = remember((shape: Shape, attributes: Attributes) => groupsOf(shape, reducedAxes(shape, attributes)));

/** Shape of a reduction's result. Throws ShapeError. */
export function reducedShape(shape: Shape, attributes: Attributes): Shape {
  const axes = reducedAxes(shape, attributes);
  if (flagOf(attributes, 'keepdims')) return shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  return shape.filter((_, axis) => !axes.includes(axis));
}

/** Copies a group's elements into `into`. */
export function readGroup(values: Float64Array, { size, offsets }: Groups, g: number, into: Float64Array): void {
  for (let k = 0; k < size; k++) into[k] = values[offsets[g * size + k] as number] as number;
}

/** Copies `from` to the group's elements. */
export function writeGroup(values: Float64Array, { size, offsets }: Groups, g: number, from: ArrayLike<number>): void {
  for (let k = 0; k < size; k++) values[offsets[g * size + k] as number] = from[k] as number;
}
