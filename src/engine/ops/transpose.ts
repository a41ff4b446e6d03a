import { type Shape, ShapeError } from '../numerics/signature';
import type { Attributes } from '../numerics/signature';
import type { Op } from './op';
import { listOf } from './shared/attributes';
import { movement } from './shared/movement';
import { axisOf, stridesOf, walk } from './shared/shapes';

/** The axes in the order `axes`; reversed when absent. */
export const transpose: Op = movement({
  name: 'transpose',
  summary: 'The axes in another order.',
  attributes: { axes: null },
  shape: (from, attributes) => orderOf(from, attributes).map((axis) => from[axis] as number),
  sources: (from, to, attributes) => {
    const strides = stridesOf(from);
    return walk(
      to,
      orderOf(from, attributes).map((axis) => strides[axis] as number),
    );
  },
  latex: '#1^{\\top}',
});

function orderOf(from: Shape, attributes: Attributes): readonly number[] {
  const axes = listOf(attributes, 'axes')?.map((axis) => axisOf(axis, from.length));
  if (!axes) return from.map((_, axis) => from.length - 1 - axis);
  if (axes.length !== from.length || new Set(axes).size !== from.length)
    throw new ShapeError(`axes ${axes.join(', ')} of a tensor with ${from.length} axes`);
  return axes;
}
