import type { Forward, Operand } from '../op';
import { matrixSizes } from './diagonals';

/** Visits each pair of rows: their difference, and the offsets of the rows and of the result. */
export function eachRowPair(at: Forward, visit: (difference: Float64Array, x: number, y: number, pair: number) => void): void {
  const [x, y] = at.operands as readonly [Operand, Operand];
  const [rows, width] = matrixSizes(x.shape);
  const [columns] = matrixSizes(y.shape);
  for (let pair = 0; pair < at.shape.reduce((product, size) => product * size, 1); pair++) {
    const batch = Math.floor(pair / (rows * columns));
    const i = (batch * rows + (Math.floor(pair / columns) % rows)) * width;
    const j = (batch * columns + (pair % columns)) * width;
    visit(
      Float64Array.from({ length: width }, (_, k) => at.format.round((x.values[i + k] as number) - (y.values[j + k] as number))),
      i,
      j,
      pair,
    );
  }
}
