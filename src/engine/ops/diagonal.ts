import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { diagonalOf, matrixSizes } from './shared/diagonals';
import { movement } from './shared/movement';
import { sizeOf } from './shared/shapes';

/** The diagonal of the matrices in the last two axes; `offset` > 0 above the main one. */
export const diagonal: Op = movement({
  name: 'diagonal',
  summary: 'The diagonal of a matrix.',
  attributes: { offset: 0 },
  shape: (from, attributes) => [...from.slice(0, -2), diagonalOf(from, numberOf(attributes, 'offset', 0)).length],
  sources: (from, to, attributes) => {
    const [rows, columns] = matrixSizes(from);
    const { row, column, length } = diagonalOf(from, numberOf(attributes, 'offset', 0));
    return Int32Array.from({ length: sizeOf(to) }, (_, i) => {
      const step = i % length;
      return Math.floor(i / length) * rows * columns + (row + step) * columns + column + step;
    });
  },
  latex: '\\operatorname{diag} #1',
});
