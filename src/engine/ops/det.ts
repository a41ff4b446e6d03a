import type { Op } from './op';
import { cofactors, determinant } from './shared/matrices';
import { matrixFunction } from './shared/matrix-function';

/** Determinant. */
export const det: Op = matrixFunction({
  name: 'det',
  summary: 'Determinant of a square matrix.',
  value: determinant,
  pull: (g, matrix, n, result, { conventions }) =>
    cofactors(matrix, n).map((c) => (result === 0 ? conventions.singularDet * c * g : g * c)),
  latex: '\\det #1',
});
