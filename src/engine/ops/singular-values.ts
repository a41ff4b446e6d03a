import { ALL, type Interval } from '../numerics/interval';
import type { Signature } from '../numerics/signature';
import type { Op } from './op';
import { matrixSizes } from './shared/diagonals';
import { singular } from './shared/jacobi';
import { averaged } from './shared/reduction';
import { spectralBackward, spectralForward } from './shared/spectral';

/** The singular values of each matrix, largest first. */
export const singularValues: Op = {
  name: 'singular_values',
  summary: 'Singular values of a matrix, largest first.',
  operands: ['x'],
  elementwise: false,
  infer: ([x]) => {
    const { shape, kind } = x as Signature;
    return { shape: [...shape.slice(0, -2), Math.min(...matrixSizes(shape))], kind: averaged(kind) };
  },
  forward: (at) => spectralForward(at, singular),
  backward: (at) => spectralBackward(at, singular),
  range: ([x]) => ({ ...ALL, low: 0, nan: (x as Interval).nan }),
};
