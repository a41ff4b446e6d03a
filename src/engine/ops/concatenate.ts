import { EMPTY, hull } from '../numerics/interval';
import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { join, joinedShape, shapesOf, split } from './shared/joining';
import { promote } from './shared/kinds';
import { axisOf } from './shared/shapes';
import type { Attributes, Shape } from '../numerics/signature';

const joint = (shapes: readonly Shape[], attributes: Attributes): number =>
  axisOf(numberOf(attributes, 'axis', 0), (shapes[0] ?? []).length);

/** Tensors one after the other along an axis. */
export const concatenate: Op = {
  name: 'concatenate',
  summary: 'Tensors one after the other along an axis.',
  operands: 'variadic',
  attributes: { axis: 0 },
  elementwise: false,
  infer: (operands, attributes) => {
    const shapes = shapesOf(operands);
    return { shape: joinedShape(shapes, joint(shapes, attributes)), kind: promote(operands) };
  },
  forward: ({ operands, attributes, format }) => join(operands, shapesOf(operands), joint(shapesOf(operands), attributes), format.round),
  backward: ({ operands, attributes, gradient }) => split(gradient, shapesOf(operands), joint(shapesOf(operands), attributes)),
  range: (operands) => operands.reduce(hull, EMPTY),
};
