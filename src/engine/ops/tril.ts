import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { masked, matrixShape } from './shared/diagonals';
import { movement } from './shared/movement';

/** The matrix with 0 above its diagonal number `k`. */
export const tril: Op = movement({
  name: 'tril',
  summary: 'The matrix with zeros above a diagonal.',
  attributes: { k: 0 },
  shape: matrixShape,
  sources: (from, _to, attributes) => masked(from, (row, column) => column - row <= numberOf(attributes, 'k', 0)),
  filling: () => 0,
});
