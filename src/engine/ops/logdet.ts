import type { Op } from './op';
import { cofactors, determinant, inverseOf } from './shared/matrices';
import { matrixFunction } from './shared/matrix-function';

/** Logarithm of the determinant: -∞ for a singular matrix, nan for a negative determinant. */
export const logdet: Op = matrixFunction({
  name: 'logdet',
  summary: 'Logarithm of the determinant.',
  value: (matrix, n) => Math.log(determinant(matrix, n)),
  pull: (g, matrix, n) => {
    const inverse = inverseOf(matrix, n);
    if (inverse.every(Number.isFinite)) return inverse.map((_, i) => g * (inverse[(i % n) * n + Math.floor(i / n)] as number));
    const size = determinant(matrix, n);
    return cofactors(matrix, n).map((c) => (g * c) / size);
  },
  latex: '\\log\\det #1',
});
