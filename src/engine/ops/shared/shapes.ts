import { type Shape, ShapeError } from '../../numerics/signature';

/** Number of elements. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const dimension of shape) size *= dimension;
  return size;
}

/** Distance in memory between neighbours along each axis, row-major. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = (strides[axis + 1] as number) * (shape[axis + 1] as number);
  return strides;
}

/** An axis counted from the front. Throws ShapeError when the rank has no such axis. */
export function axisOf(axis: number, rank: number): number {
  const front = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(front) || front < 0 || front >= rank) throw new ShapeError(`axis ${axis} of a tensor with ${rank} axes`);
  return front;
}

/** Axes counted from the front. Throws ShapeError that names the furthest of those that the rank does not have. */
export function axesOf(axes: readonly number[], rank: number): number[] {
  const outside = axes.filter((axis) => axis < -rank || axis >= rank);
  if (outside.length > 1) axisOf(Math.max(...outside.map((axis) => (axis < 0 ? -axis - 1 : axis))), rank);
  return axes.map((axis) => axisOf(axis, rank));
}

/** Shape of an elementwise result, NumPy-style. Throws ShapeError. */
export function broadcastShapes(shapes: readonly Shape[]): Shape {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const result = new Array<number>(rank).fill(1);
  for (const shape of shapes) {
    const offset = rank - shape.length;
    shape.forEach((size, axis) => {
      const known = result[axis + offset] as number;
      if (known !== 1 && size !== 1 && known !== size)
        throw new ShapeError(`shapes ${shapes.map(printShape).join(' and ')} do not broadcast`);
      if (known === 1) result[axis + offset] = size;
    });
  }
  return result;
}

/** A shape as Python prints it. */
export function printShape(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** Offsets reached by walking `shape` in row-major order with these strides. */
export function walk(shape: Shape, strides: readonly number[], start = 0): Int32Array {
  const offsets = new Int32Array(sizeOf(shape));
  const position = new Array<number>(shape.length).fill(0);
  let offset = start;
  for (let i = 0; i < offsets.length; i++) {
    offsets[i] = offset;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const next = (position[axis] as number) + 1;
      offset += strides[axis] as number;
      if (next < (shape[axis] as number)) {
        position[axis] = next;
        break;
      }
      offset -= next * (strides[axis] as number);
      position[axis] = 0;
    }
  }
  return offsets;
}

/** For each element of `to`, the element of `from` that broadcasting puts there. */
export function broadcastOffsets(from: Shape, to: Shape): Int32Array {
  const lead = to.length - from.length;
  const own = stridesOf(from);
  const strides = to.map((_, axis) => (axis < lead || from[axis - lead] === 1 ? 0 : (own[axis - lead] as number)));
  return walk(to, strides);
}
