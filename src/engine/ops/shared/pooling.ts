import { type Attributes, type Shape, type Signature, ShapeError } from '../../numerics/signature';
import type { Forward, Operand } from '../op';
import { perAxis, type Windows, windowsOf } from './windows';
import { sizeOf } from './shapes';

/** Axes that a pooling runs over: as many as `kernel` has numbers, two for a single number, but never the first. */
function spatialAxes({ shape }: Signature, attributes: Attributes): number {
  const { kernel } = attributes;
  const axes = Array.isArray(kernel) ? kernel.length : Math.min(2, shape.length - 1);
  if (axes < 1 || axes > shape.length) throw new ShapeError('a tensor with spatial axes is needed');
  return axes;
}

/** The windows of a pooling over the last axes; the stride is the kernel's size unless given. Throws ShapeError. */
function poolWindows(x: Signature, attributes: Attributes): Windows {
  const axes = spatialAxes(x, attributes);
  const kernel = perAxis(attributes['kernel'], axes, 2, 1);
  return windowsOf(x.shape.slice(x.shape.length - axes), kernel, attributes, kernel);
}

/** Shape of a pooling's result. Throws ShapeError. */
export function pooledShape(x: Signature, attributes: Attributes): Shape {
  const { shape } = poolWindows(x, attributes);
  return [...x.shape.slice(0, x.shape.length - shape.length), ...shape];
}

/** Visits each window: the offsets of its elements, padding left out, the result's offset and the number of taps. */
export function eachWindow(at: Forward, visit: (elements: readonly number[], result: number, taps: number) => void): void {
  const x = at.operands[0] as Operand;
  const { shape, taps, offsets } = poolWindows(x, at.attributes);
  const plane = sizeOf(x.shape.slice(x.shape.length - shape.length));
  const cells = sizeOf(shape);
  for (let y = 0; y < sizeOf(at.shape); y++) {
    const elements: number[] = [];
    for (let t = 0; t < taps; t++) {
      const offset = offsets[(y % cells) * taps + t] as number;
      if (offset >= 0) elements.push(Math.floor(y / cells) * plane + offset);
    }
    visit(elements, y, taps);
  }
}
