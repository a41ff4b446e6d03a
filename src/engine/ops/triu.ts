import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { masked, matrixShape } from './shared/diagonals';
import { movement } from './shared/movement';

/** The matrix with 0 below its diagonal number `k`. */
export const triu: Op = movement({
  name: 'triu',
  summary: 'The matrix with zeros below a diagonal.',
  attributes: { k: 0 },
  shape: matrixShape,
  sources: (from, _to, attributes) => masked(from, (row, column) => column - row >= numberOf(attributes, 'k', 0)),
  filling: () => 0,
});
