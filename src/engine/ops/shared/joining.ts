import { type Shape, type Signature, ShapeError } from '../../numerics/signature';
import type { Operand } from '../op';
import { sizeOf } from './shapes';

/** Shape of tensors joined along an axis. Throws ShapeError. */
export function joinedShape(shapes: readonly Shape[], axis: number): Shape {
  const [first] = shapes;
  if (!first) throw new ShapeError('nothing to join');
  for (const shape of shapes) {
    const fits = shape.length === first.length && shape.every((size, i) => i === axis || size === first[i]);
    if (!fits) throw new ShapeError('joined tensors must agree off the axis');
  }
  const total = shapes.reduce((sum, shape) => sum + (shape[axis] as number), 0);
  return first.map((size, i) => (i === axis ? total : size));
}

/** Copies elements between a joined tensor and its parts: `move(part, offset in part, offset in joined)`. */
function eachJoined(shapes: readonly Shape[], axis: number, move: (part: number, own: number, joined: number) => void): void {
  const outer = sizeOf((shapes[0] ?? []).slice(0, axis));
  const runs = shapes.map((shape) => sizeOf(shape.slice(axis)));
  let joined = 0;
  for (let o = 0; o < outer; o++) {
    runs.forEach((run, part) => {
      for (let i = 0; i < run; i++) move(part, o * run + i, joined++);
    });
  }
}

/** Values joined along an axis. */
export function join(operands: readonly Operand[], shapes: readonly Shape[], axis: number, round: (x: number) => number): Float64Array {
  const result = new Float64Array(shapes.reduce((sum, shape) => sum + sizeOf(shape), 0));
  eachJoined(shapes, axis, (part, own, joined) => (result[joined] = round(operands[part]?.values[own] as number)));
  return result;
}

/** Gradients of the parts. */
export function split(gradient: Float64Array, shapes: readonly Shape[], axis: number): Float64Array[] {
  const parts = shapes.map((shape) => new Float64Array(sizeOf(shape)));
  eachJoined(shapes, axis, (part, own, joined) => {
    const target = parts[part];
    if (target) target[own] = gradient[joined] as number;
  });
  return parts;
}

/** Shapes of the operands. */
export function shapesOf(operands: readonly Signature[]): Shape[] {
  return operands.map(({ shape }) => shape);
}
