import type { Op } from './op';
import { unary } from './shared/unary';

const conversion = unary({
  name: 'to_float',
  summary: 'Integers and truth values as floating-point numbers.',
  value: (x) => x,
  pull: (g) => g,
  range: (x) => x,
  facts: { derivatives: ['1'] },
  definition: 'x',
  latex: '#1',
});

/** The number as an element of a float tensor in the working format. */
export const toFloat: Op = {
  ...conversion,
  infer: (operands, attributes) => ({ ...conversion.infer(operands, attributes), kind: 'float' }),
};
