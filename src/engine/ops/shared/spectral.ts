import type { Backward, Forward, Operand } from '../op';
import { matrixSizes } from './diagonals';
import type { singular } from './jacobi';

/** The numbers that a decomposition finds in each matrix, rounded at the end; nan where an element is no finite number. */
export function spectralForward(at: Forward, decompose: typeof singular): Float64Array {
  const { values, rows, columns, count } = matrices(at);
  const result = new Float64Array(count * Math.min(rows, columns));
  for (let i = 0; i < count; i++) {
    const matrix = values.subarray(i * rows * columns, (i + 1) * rows * columns);
    const found = matrix.every(Number.isFinite) ? decompose(matrix, rows, columns).values : null;
    result.fill(NaN, i * Math.min(rows, columns), (i + 1) * Math.min(rows, columns));
    if (found) result.set(found, i * found.length);
  }
  return result.map(at.format.round);
}

/** The sum of the products of the vectors, each weighted with what comes in for its number. */
export function spectralBackward(at: Backward, decompose: typeof singular): [Float64Array] {
  const { values, rows, columns, count } = matrices(at);
  const result = new Float64Array(values.length);
  for (let i = 0; i < count; i++) {
    const start = i * rows * columns;
    const { left, right } = decompose(values.subarray(start, start + rows * columns), rows, columns);
    const incoming = at.gradient.subarray(i * left.length, (i + 1) * left.length);
    for (const [k, slope] of incoming.entries())
      for (let at = 0; at < rows * columns; at++)
        result[start + at] =
          (result[start + at] as number) + slope * (left[k]?.[Math.floor(at / columns)] ?? NaN) * (right[k]?.[at % columns] ?? NaN);
  }
  return [result.map(at.format.round)];
}

function matrices(at: Forward): { values: Float64Array; rows: number; columns: number; count: number } {
  const { values, shape } = at.operands[0] as Operand;
  const [rows, columns] = matrixSizes(shape);
  return { values, rows, columns, count: rows * columns === 0 ? 0 : values.length / (rows * columns) };
}
