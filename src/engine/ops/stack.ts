import { EMPTY, hull } from '../numerics/interval';
import type { Attributes, Shape, Signature } from '../numerics/signature';
import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { join, joinedShape, shapesOf, split } from './shared/joining';
import { promote } from './shared/kinds';
import { axisOf } from './shared/shapes';

interface Layers {
  readonly axis: number;
  /** Shapes with a new axis of one element where the operands are laid side by side. */
  readonly shapes: readonly Shape[];
}

function layersOf(operands: readonly Signature[], attributes: Attributes): Layers {
  const axis = axisOf(numberOf(attributes, 'axis', 0), (operands[0]?.shape.length ?? 0) + 1);
  return { axis, shapes: shapesOf(operands).map((shape) => [...shape.slice(0, axis), 1, ...shape.slice(axis)]) };
}

/** Tensors of one shape side by side along a new axis. */
export const stack: Op = {
  name: 'stack',
  summary: 'Tensors side by side along a new axis.',
  operands: 'variadic',
  attributes: { axis: 0 },
  elementwise: false,
  infer: (operands, attributes) => {
    const { axis, shapes } = layersOf(operands, attributes);
    const kind = promote(operands);
    return { shape: joinedShape(shapes, axis), kind: kind === 'weak' ? 'float' : kind };
  },
  forward: ({ operands, attributes, format }) => {
    const { axis, shapes } = layersOf(operands, attributes);
    return join(operands, shapes, axis, format.round);
  },
  backward: ({ operands, attributes, gradient }) => {
    const { axis, shapes } = layersOf(operands, attributes);
    return split(gradient, shapes, axis);
  },
  range: (operands) => operands.reduce(hull, EMPTY),
};
