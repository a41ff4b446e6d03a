import { type Attributes, type Shape, ShapeError } from '../../numerics/signature';
import { stridesOf, walk } from './shapes';

interface Cut {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** Start, step and number of elements of Python's `start:stop:step` on an axis; null stands for an absent part. */
function cutOf(size: number, start: number | null, stop: number | null, step: number): Cut {
  if (step === 0) throw new ShapeError('a slice with step 0');
  const [low, high] = step > 0 ? [0, size] : [-1, size - 1];
  const place = (index: number): number => Math.min(Math.max(index < 0 ? index + size : index, low), high);
  const from = start === null ? (step > 0 ? low : high) : place(start);
  const to = stop === null ? (step > 0 ? high : low) : place(stop);
  return { start: from, step, count: Math.max(0, Math.ceil((to - from) / step)) };
}

/** What the attributes `starts`, `stops`, `steps` select, one entry an axis; missing entries select everything. Throws ShapeError. */
export function cutsOf(shape: Shape, attributes: Attributes): readonly Cut[] {
  const entry = (name: string, axis: number): number | null => {
    const list = attributes[name];
    const value = Array.isArray(list) ? (list as readonly unknown[])[axis] : null;
    return typeof value === 'number' ? value : null;
  };
  return shape.map((size, axis) => cutOf(size, entry('starts', axis), entry('stops', axis), entry('steps', axis) ?? 1));
}

/** Shape of the selection. */
export function cutShape(cuts: readonly Cut[]): Shape {
  return cuts.map(({ count }) => count);
}

/** Offsets of the selected elements. */
export function cutOffsets(shape: Shape, cuts: readonly Cut[]): Int32Array {
  const strides = stridesOf(shape);
  const start = cuts.reduce((sum, cut, axis) => sum + cut.start * (strides[axis] as number), 0);
  return walk(
    cutShape(cuts),
    cuts.map((cut, axis) => cut.step * (strides[axis] as number)),
    start,
  );
}
