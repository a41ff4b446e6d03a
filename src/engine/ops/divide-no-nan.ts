import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';
import { reachesInfinity, reachesZero } from './shared/ranges';

const quotient = (x: number, y: number): number => (y === 0 ? 0 : x / y);

/** x / y, which is 0 where y is 0. */
export const divideNoNan: Op = binary({
  name: 'divide_no_nan',
  summary: 'Quotient of two tensors; 0 where the divisor is 0.',
  kind: 'float',
  value: quotient,
  pulls: [(g, _x, y) => quotient(g, y), (g, x, y, _r, { format: { round } }) => g * round(quotient(round(quotient(-x, y)), y))],
  range: (x, y) =>
    reachesZero(y)
      ? ranges.flagged(ranges.hull(ranges.divide(x, y), ranges.point(0)), x.nan || y.nan || (reachesInfinity(x) && reachesInfinity(y)))
      : ranges.divide(x, y),
  facts: { derivatives: ['1 / y', '-x / y^2'] },
  definition: 'x / y',
  latex: '\\frac{#1}{#2}',
});
