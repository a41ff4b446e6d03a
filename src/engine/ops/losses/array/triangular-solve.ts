import { Refused } from '../build';
import { composite } from '../composite';

/** `torch.linalg.solve_triangular` and its like: only one triangle of the matrix is read. */
export const triangularSolve = composite(
  'triangular_solve',
  'Solution of equations with a triangular matrix.',
  'x, y, upper=False, left=True, unitriangular=False, transposed=False',
  (k) => {
    if (!k.flag('left') || k.flag('unitriangular')) throw new Refused('equations written the other way');
    const x = k.op(k.flag('upper') ? 'triu' : 'tril', [k.tensor('x')], { k: 0 });
    return k.op('solve', [k.flag('transposed') ? k.op('transpose', [x], { axes: [1, 0] }) : x, k.tensor('y')]);
  },
);
