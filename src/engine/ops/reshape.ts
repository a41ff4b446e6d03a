import { type Shape, ShapeError } from '../numerics/signature';
import type { Op } from './op';
import { requiredList } from './shared/attributes';
import { movement } from './shared/movement';
import { printShape, sizeOf } from './shared/shapes';

/** The same elements in another shape; one size may be -1. */
export const reshape: Op = movement({
  name: 'reshape',
  summary: 'The same elements in another shape.',
  attributes: { shape: [] },
  shape: (from, attributes) => resolve(from, requiredList(attributes, 'shape')),
  sources: (from) => Int32Array.from({ length: sizeOf(from) }, (_, i) => i),
  latex: '#1',
});

function resolve(from: Shape, to: Shape): Shape {
  const known = sizeOf(to.filter((size) => size >= 0));
  const shape = to.map((size) => (size >= 0 ? size : sizeOf(from) / known));
  if (sizeOf(shape) !== sizeOf(from) || !shape.every(Number.isInteger)) {
    throw new ShapeError(`${printShape(from)} cannot be reshaped to ${printShape(to)}`);
  }
  return shape;
}
