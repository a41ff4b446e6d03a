import { type Attributes, type Shape, ShapeError } from '../../numerics/signature';
import type { Forward, Operand } from '../op';
import { numberOf } from './attributes';
import { axisOf, sizeOf, stridesOf, walk } from './shapes';

/** An index that counts from the end when negative, or -1 when the axis has no such element. */
function within(index: number, size: number): number {
  const front = index < 0 ? index + size : index;
  return Number.isInteger(front) && front >= 0 && front < size ? front : -1;
}

/** Shape of what an index selects along `axis`: as many axes, and no larger off that axis. Throws ShapeError. */
export function gatheredShape(x: Shape, index: Shape, attributes: Attributes): Shape {
  const axis = axisOf(numberOf(attributes, 'axis', 0), x.length);
  const fits = index.length === x.length && index.every((size, i) => i === axis || size <= (x[i] as number));
  if (!fits) throw new ShapeError('an index must have as many axes as the tensor and be no larger off the axis');
  return index;
}

/** Offsets into operand 0 that `gather` reads: each index replaces the coordinate on `axis`. */
export function gatherSources(x: Operand, index: Operand, axis: number): Int32Array {
  const strides = stridesOf(x.shape);
  const rest = walk(
    index.shape,
    strides.map((stride, i) => (i === axis ? 0 : stride)),
  );
  return rest.map((offset, i) => along(offset, index.values[i] as number, x.shape[axis] as number, strides[axis] as number));
}

function along(offset: number, index: number, size: number, stride: number): number {
  const position = within(index, size);
  return position < 0 ? -1 : offset + position * stride;
}

/** Offsets into operand 0 that `take` reads: the axis is replaced by the axes of the index. */
export function takeSources(x: Operand, index: Operand, axis: number): Int32Array {
  const inner = sizeOf(x.shape.slice(axis + 1));
  const outer = sizeOf(x.shape.slice(0, axis));
  const size = x.shape[axis] as number;
  const sources = new Int32Array(outer * index.values.length * inner);
  for (let i = 0; i < sources.length; i++) {
    const which = Math.floor(i / inner) % index.values.length;
    const block = Math.floor(i / (inner * index.values.length));
    sources[i] = along(block * size * inner + (i % inner), index.values[which] as number, size, inner);
  }
  return sources;
}

/** Operands 0 and 1 of an indexing op. */
export function indexed({ operands }: Forward): readonly [Operand, Operand] {
  return [operands[0] as Operand, operands[1] as Operand];
}
