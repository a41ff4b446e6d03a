import type { Op } from './op';
import { binary, type BinaryPull } from './shared/binary';
import { nearsZero, quotient } from './shared/ranges';

const divisorPull: BinaryPull = (g, x, y, r, { format: { round }, conventions }) => {
  if (conventions.quotientSlope === 'squares') return -round(round(g * round(1 / round(y * y))) * x);
  return -g * round(r / y);
};

/** x / y. */
export const divide: Op = binary({
  name: 'divide',
  summary: 'Quotient of two tensors.',
  kind: 'float',
  wide: true,
  value: (x, y) => x / y,
  pulls: [(g, _x, y) => g / y, divisorPull],
  range: quotient,
  steep: ([, y]) => y !== undefined && nearsZero(y),
  facts: { derivatives: ['1 / y', '-x / y^2'] },
  latex: '\\frac{#1}{#2}',
});
