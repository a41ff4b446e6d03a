import { ALL, type Interval } from '../numerics/interval';
import type { Signature } from '../numerics/signature';
import type { Op } from './op';
import { symmetric } from './shared/jacobi';
import { squareSize } from './shared/matrices';
import { averaged } from './shared/reduction';
import { spectralBackward, spectralForward } from './shared/spectral';

/** The eigenvalues of each symmetric matrix, smallest first; of x, only the lower triangle is read. */
export const eigenvalues: Op = {
  name: 'eigenvalues',
  summary: 'Eigenvalues of a symmetric matrix, smallest first.',
  operands: ['x'],
  elementwise: false,
  infer: ([x]) => {
    const { shape, kind } = x as Signature;
    squareSize(shape);
    return { shape: shape.slice(0, -1), kind: averaged(kind) };
  },
  forward: (at) => spectralForward(at, symmetric),
  backward: (at) => spectralBackward(at, symmetric),
  range: ([x]) => ({ ...ALL, nan: (x as Interval).nan }),
};
