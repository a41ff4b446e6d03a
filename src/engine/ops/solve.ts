import { ALL, type Interval } from '../numerics/interval';
import { type Signature, ShapeError } from '../numerics/signature';
import type { Backward, Op, Operand } from './op';
import { promoteToFloat } from './shared/kinds';
import { solved, squareSize } from './shared/matrices';

const transposed = (a: Float64Array, n: number): Float64Array => a.map((_, i) => a[(i % n) * n + Math.floor(i / n)] as number);

function backward(at: Backward): readonly Float64Array[] {
  const [x, y] = at.operands as readonly [Operand, Operand];
  const n = squareSize(x.shape);
  const columns = y.values.length / n;
  const right = solved(transposed(x.values, n), n, at.gradient, columns);
  const left = x.values.map((_, i) => {
    let sum = 0;
    for (let k = 0; k < columns; k++)
      sum -= (right[Math.floor(i / n) * columns + k] as number) * (at.result[(i % n) * columns + k] as number);
    return at.format.round(sum);
  });
  return [left, right.map(at.format.round)];
}

/** z with x z = y, for one square matrix x and a vector or matrix y. */
export const solve: Op = {
  name: 'solve',
  summary: 'Solution of a system of linear equations.',
  operands: ['x', 'y'],
  elementwise: false,
  infer: (operands) => {
    const [x, y] = operands as readonly [Signature, Signature];
    if (x.shape.length !== 2 || y.shape.length === 0 || y.shape.length > 2 || y.shape[0] !== squareSize(x.shape))
      throw new ShapeError('the sides of the equations do not fit');
    return { shape: y.shape, kind: promoteToFloat(operands) };
  },
  forward: ({ operands, format }) => {
    const [x, y] = operands as readonly [Operand, Operand];
    const n = squareSize(x.shape);
    return solved(x.values, n, y.values, y.values.length / n).map(format.round);
  },
  backward,
  range: (operands) => ({ ...ALL, nan: operands.some((operand: Interval) => operand.nan) }),
  latex: '#1^{-1} #2',
};
