import type { Interval } from '../numerics/interval';
import type { Shape, Signature } from '../numerics/signature';
import type { Forward, Op } from './op';
import { type Contraction, contract, contractBack, contractedShape } from './shared/contraction';
import { matrixSizes } from './shared/diagonals';
import { readEquation } from './shared/equations';
import { repeated } from './shared/ranges';

const contraction = (shape: Shape): Contraction => readEquation('...ii->...', [shape]);
const shapeOf = ({ operands }: Pick<Forward, 'operands'>): Shape => operands[0]?.shape ?? [];

/** Sum of the main diagonal of the square matrices in the last two axes. */
export const trace: Op = {
  name: 'trace',
  summary: 'Sum of the main diagonal.',
  operands: ['x'],
  elementwise: false,
  infer: (operands) => {
    const [{ shape, kind }] = operands as readonly [Signature];
    matrixSizes(shape);
    return { shape: contractedShape(contraction(shape), [shape]), kind };
  },
  forward: (at) => contract(contraction(shapeOf(at)), at),
  backward: (at) => contractBack(contraction(shapeOf(at)), at),
  range: ([x], _attributes, [signature]) => repeated(x as Interval, matrixSizes(signature?.shape ?? [0, 0])[0]),
  latex: '\\operatorname{tr} #1',
};
