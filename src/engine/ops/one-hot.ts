import { interval } from '../numerics/interval';
import type { Signature } from '../numerics/signature';
import type { Op, Operand } from './op';
import { numberOf } from './shared/attributes';

/** 1 at each index and 0 elsewhere, along a new last axis of `classes` elements; an index outside gives a row of zeros. */
export const oneHot: Op = {
  name: 'one_hot',
  summary: 'One at each index, zero elsewhere.',
  operands: ['index'],
  attributes: { classes: 2 },
  elementwise: false,
  infer: ([index], attributes) => ({ shape: [...(index as Signature).shape, numberOf(attributes, 'classes', 2)], kind: 'int' }),
  forward: ({ operands, attributes }) => {
    const { values } = operands[0] as Operand;
    const classes = numberOf(attributes, 'classes', 2);
    const result = new Float64Array(values.length * classes);
    values.forEach((index, i) => {
      if (Number.isInteger(index) && index >= 0 && index < classes) result[i * classes + index] = 1;
    });
    return result;
  },
  backward: () => [null],
  range: () => interval(0, 1),
};
