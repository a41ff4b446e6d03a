import { ALL, type Interval } from '../numerics/interval';
import type { Signature } from '../numerics/signature';
import type { Op, Operand } from './op';
import { inverseOf, type Matrix, multiplied, squareSize } from './shared/matrices';
import { averaged } from './shared/reduction';

function each(
  { values, shape }: Operand,
  matrixOf: (matrix: Matrix, n: number, start: number) => Matrix,
  round: (x: number) => number,
): Float64Array {
  const n = squareSize(shape);
  const result = new Float64Array(values.length);
  for (let start = 0; start < values.length; start += n * n) {
    result.set(matrixOf(values.subarray(start, start + n * n), n, start).map(round), start);
  }
  return result;
}

/** Inverse of the square matrices in the last two axes; infinite or nan where they are singular. */
export const inverse: Op = {
  name: 'inverse',
  summary: 'Inverse of a square matrix.',
  operands: ['x'],
  elementwise: false,
  infer: ([x]) => {
    const { shape, kind } = x as Signature;
    squareSize(shape);
    return { shape, kind: averaged(kind) };
  },
  forward: (at) => each(at.operands[0] as Operand, inverseOf, at.format.round),
  backward: (at) => {
    const back = (_matrix: Matrix, n: number, start: number): Matrix => {
      const y = at.result.subarray(start, start + n * n);
      const g = at.gradient.subarray(start, start + n * n);
      return multiplied(multiplied(y, g, n, 'a'), y, n, 'b').map((x) => -x);
    };
    return [each(at.operands[0] as Operand, back, at.format.round)];
  },
  range: ([x]) => ({ ...ALL, nan: (x as Interval).nan }),
  latex: '#1^{-1}',
};
