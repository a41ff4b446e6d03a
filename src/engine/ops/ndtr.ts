import { increasing } from '../numerics/interval';
import type { Op } from './op';
import { normalTail } from './shared/normal-tail';
import * as special from '../numerics/special';
import { unary } from './shared/unary';

/** Distribution function of the standard normal distribution; it may be computed as 0 below -5, where 1 + erf rounds to 0. */
export const ndtr: Op = unary({
  name: 'ndtr',
  summary: 'Distribution function of the standard normal distribution.',
  value: normalTail,
  pull: (g, x, _y, { format: { round } }) => g * round(special.normalDensity(x)),
  range: (x, _attributes, format) => {
    const range = increasing(x, special.ndtr, { exact: (v) => v === 0, low: 0, high: 1, ulps: 32 });
    return format && Number.isFinite(x.lo) && x.lo < -5 ? { ...range, lo: 0, loOpen: false } : range;
  },
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [
      { low: -Infinity, high: 0, is: 'convex' },
      { low: 0, high: Infinity, is: 'concave' },
    ],
    derivatives: ['exp(-x^2 / 2) / sqrt(2 * pi)'],
  },
  definition: '(1 + erf(x / sqrt(2))) / 2',
  latex: '\\Phi\\left(#1\\right)',
});
