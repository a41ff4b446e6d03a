import { ALL, type Interval } from '../../numerics/interval';
import type { Signature } from '../../numerics/signature';
import type { Backward, Forward, Op, Operand } from '../op';
import { averaged } from './reduction';
import { type Matrix, squareSize } from './matrices';

/** A number made from each square matrix in the last two axes. */
interface MatrixFunction {
  readonly name: string;
  readonly summary: string;
  value(matrix: Matrix, n: number): number;
  pull(g: number, matrix: Matrix, n: number, result: number, at: Backward): Matrix;
  readonly latex?: string;
}

/** The op of such a function. Computed in double precision and rounded at the end. */
export function matrixFunction({ value, pull, ...rest }: MatrixFunction): Op {
  return {
    ...rest,
    operands: ['x'],
    elementwise: false,
    infer: ([x]) => {
      const { shape, kind } = x as Signature;
      squareSize(shape);
      return { shape: shape.slice(0, -2), kind: averaged(kind) };
    },
    forward: (at) => Float64Array.from(matricesOf(at), (matrix) => at.format.round(value(matrix, squareSize(shapeOf(at))))),
    backward: (at) => {
      const n = squareSize(shapeOf(at));
      const parts = matricesOf(at).map((matrix, i) => pull(at.gradient[i] as number, matrix, n, at.result[i] as number, at));
      return [Float64Array.from(parts.flatMap((part) => Array.from(part, at.format.round)))];
    },
    range: ([x]) => ({ ...ALL, nan: (x as Interval).nan }),
  };
}

function shapeOf({ operands }: Forward): readonly number[] {
  return operands[0]?.shape ?? [];
}

function matricesOf(at: Forward): Matrix[] {
  const { values, shape } = at.operands[0] as Operand;
  const size = squareSize(shape) ** 2;
  return Array.from({ length: size === 0 ? 0 : values.length / size }, (_, i) => values.subarray(i * size, (i + 1) * size));
}
