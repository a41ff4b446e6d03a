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
  let offsets: Int32Array | null = null;
  return {
    shape,
    taps: sizeOf(kernel),
    get offsets() {
      offsets ??= offsetsOf(
        plane,
        gridOf(shape, (axis, i) => i * (stride[axis] as number) - (padding[axis] as number)),
        gridOf(kernel, (axis, i) => i * (dilation[axis] as number)),
      );
      return offsets;
    },
  };
}

/** The elements of a plane at every start and step, both as coordinates one after the other. */
function offsetsOf(plane: Shape, starts: Int32Array, steps: Int32Array): Int32Array {
  const [axes, strides] = [plane.length, stridesOf(plane)];
  const offsets = new Int32Array((starts.length / axes) * (steps.length / axes));
  let i = 0;
  for (let start = 0; start < starts.length; start += axes) {
    for (let step = 0; step < steps.length; step += axes) {
      let offset = 0;
      for (let axis = 0; axis < axes; axis++) {
        const position = (starts[start + axis] as number) + (steps[step + axis] as number);
        if (position < 0 || position >= (plane[axis] as number)) {
          offset = -1;
          break;
        }
        offset += position * (strides[axis] as number);
      }
      offsets[i++] = offset;
    }
  }
  return offsets;
}

/** Coordinates of every cell of a grid, one after the other. */
function gridOf(shape: Shape, coordinate: (axis: number, i: number) => number): Int32Array {
  const [axes, strides] = [shape.length, stridesOf(shape)];
  const cells = walk(shape, strides);
  return Int32Array.from({ length: cells.length * axes }, (_, i) => {
    const axis = i % axes;
    return coordinate(axis, Math.floor((cells[Math.floor(i / axes)] as number) / (strides[axis] as number)) % (shape[axis] as number));
  });
}
