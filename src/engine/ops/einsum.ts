import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { textOf } from './shared/attributes';
import { contract, contractBack, contractedShape, termCount } from './shared/contraction';
import { readEquation } from './shared/equations';
import { promote } from './shared/kinds';
import { repeated } from './shared/ranges';

/** Sum of products over the indices named in `equation`. */
export const einsum: Op = {
  name: 'einsum',
  summary: 'Sum of products over named indices.',
  operands: 'variadic',
  attributes: { equation: '' },
  elementwise: false,
  infer: (operands, attributes) => {
    const shapes = operands.map(({ shape }) => shape);
    return { shape: contractedShape(readEquation(textOf(attributes, 'equation', ''), shapes), shapes), kind: promote(operands) };
  },
  forward: (at) =>
    contract(
      readEquation(
        textOf(at.attributes, 'equation', ''),
        at.operands.map(({ shape }) => shape),
      ),
      at,
    ),
  backward: (at) =>
    contractBack(
      readEquation(
        textOf(at.attributes, 'equation', ''),
        at.operands.map(({ shape }) => shape),
      ),
      at,
    ),
  range: (operands, attributes, signatures) => {
    const shapes = signatures.map(({ shape }) => shape);
    const terms = termCount(readEquation(textOf(attributes, 'equation', ''), shapes), shapes);
    return repeated(operands.reduce(ranges.multiply, ranges.point(1)), terms);
  },
};
