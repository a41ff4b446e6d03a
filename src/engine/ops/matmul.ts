import * as ranges from '../numerics/interval';
import type { Interval } from '../numerics/interval';
import type { Shape, Signature } from '../numerics/signature';
import type { Forward, Op } from './op';
import { type Contraction, contract, contractBack, contractedShape, termCount } from './shared/contraction';
import { matrixProduct } from './shared/equations';
import { promote } from './shared/kinds';
import { repeated } from './shared/ranges';

const shapesOf = (operands: readonly Signature[]): [Shape, Shape] => [operands[0]?.shape ?? [], operands[1]?.shape ?? []];
const contraction = ({ operands }: Pick<Forward, 'operands'>): Contraction => matrixProduct(...shapesOf(operands));

/** Matrix product, NumPy-style: leading axes broadcast, a vector loses its axis. */
export const matmul: Op = {
  name: 'matmul',
  summary: 'Matrix product.',
  operands: ['x', 'y'],
  elementwise: false,
  infer: (operands) => ({ shape: contractedShape(matrixProduct(...shapesOf(operands)), shapesOf(operands)), kind: promote(operands) }),
  forward: (at) => contract(contraction(at), at),
  backward: (at) => contractBack(contraction(at), at),
  range: (operands, _attributes, signatures) => {
    const [x, y] = operands as readonly [Interval, Interval];
    const terms = termCount(matrixProduct(...shapesOf(signatures)), shapesOf(signatures));
    return repeated(ranges.multiply(x, y), terms);
  },
  latex: '#1 #2',
};
