import { type Shape, ShapeError } from '../numerics/signature';
import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { movement } from './shared/movement';
import { sizeOf } from './shared/shapes';

function lengthOf(from: Shape): number {
  const length = from[from.length - 1];
  if (length === undefined) throw new ShapeError('a vector is needed');
  return length;
}

/** Square matrices with the vectors in the last axis on a diagonal and 0 elsewhere. */
export const diag: Op = movement({
  name: 'diag',
  summary: 'A matrix with the vector on its diagonal.',
  attributes: { offset: 0 },
  shape: (from, attributes) => {
    const size = lengthOf(from) + Math.abs(numberOf(attributes, 'offset', 0));
    return [...from.slice(0, -1), size, size];
  },
  sources: (from, to, attributes) => {
    const offset = numberOf(attributes, 'offset', 0);
    const size = to[to.length - 1] as number;
    return Int32Array.from({ length: sizeOf(to) }, (_, i) => {
      const [row, column] = [Math.floor(i / size) % size, i % size];
      return column - row === offset ? Math.floor(i / (size * size)) * lengthOf(from) + Math.min(row, column) : -1;
    });
  },
  filling: () => 0,
});
