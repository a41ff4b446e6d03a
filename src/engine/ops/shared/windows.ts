import { type Attribute, type Attributes, type Shape, ShapeError } from '../../numerics/signature';
import { sizeOf, stridesOf, walk } from './shapes';

/** Where the windows of a convolution or a pooling lie in a plane of the last axes. */
export interface Windows {
  /** Shape of the results in those axes. */
  readonly shape: Shape;
  /** Elements of a window. */
  readonly taps: number;
  /** For each result and tap, the element of the plane, or -1 in the padding. */
  readonly offsets: Int32Array;
}

/** One whole number ≥ `least` for each spatial axis; a single number stands for all. Throws ShapeError. */
export function perAxis(value: Attribute | undefined, axes: number, fallback: number, least: number): readonly number[] {
  const list: readonly Attribute[] = Array.isArray(value)
    ? (value as readonly Attribute[])
    : [typeof value === 'number' ? value : fallback];
  return Array.from({ length: axes }, (_, i) => {
    const entry = list.length === 1 ? list[0] : list[i];
    if (typeof entry !== 'number' || !Number.isInteger(entry) || entry < least)
      throw new ShapeError('one whole number for each spatial axis is needed');
    return entry;
  });
}

/** The windows of a kernel on a plane, with the attributes `stride`, `padding`, `dilation`. Throws ShapeError. */
export function windowsOf(plane: Shape, kernel: readonly number[], attributes: Attributes, defaultStride: readonly number[]): Windows {
  const axes = plane.length;
  const given = attributes['stride'];
  const stride = given === null || given === undefined ? defaultStride : perAxis(given, axes, 1, 1);
  const padding = perAxis(attributes['padding'], axes, 0, 0);
  const dilation = perAxis(attributes['dilation'], axes, 1, 1);
  const reach = kernel.map((size, axis) => (dilation[axis] as number) * (size - 1) + 1);
  const shape = plane.map(
    (size, axis) => Math.floor((size + 2 * (padding[axis] as number) - (reach[axis] as number)) / (stride[axis] as number)) + 1,
  );
  if (shape.some((size) => !(size > 0))) throw new ShapeError('the window is larger than the tensor');
  const starts = gridOf(shape, (axis, i) => i * (stride[axis] as number) - (padding[axis] as number));
  const steps = gridOf(kernel, (axis, i) => i * (dilation[axis] as number));
  const taps = sizeOf(kernel);
  return {
    shape,
    taps,
    offsets: Int32Array.from({ length: starts.length * taps }, (_, i) => place(starts[Math.floor(i / taps)], steps[i % taps], plane)),
  };
}

/** Coordinates of every cell of a grid. */
function gridOf(shape: Shape, coordinate: (axis: number, i: number) => number): number[][] {
  const strides = stridesOf(shape);
  const cells = walk(shape, strides);
  return Array.from(cells, (cell) => shape.map((size, axis) => coordinate(axis, Math.floor(cell / (strides[axis] as number)) % size)));
}

function place(start: readonly number[] | undefined, step: readonly number[] | undefined, plane: Shape): number {
  const strides = stridesOf(plane);
  let offset = 0;
  for (let axis = 0; axis < plane.length; axis++) {
    const position = (start?.[axis] ?? 0) + (step?.[axis] ?? 0);
    if (position < 0 || position >= (plane[axis] as number)) return -1;
    offset += position * (strides[axis] as number);
  }
  return offset;
}
