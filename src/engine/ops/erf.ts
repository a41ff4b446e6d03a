import { increasing } from '../numerics/interval';
import type { Op } from './op';
import * as special from '../numerics/special';
import { unary } from './shared/unary';

/** Error function. */
export const erf: Op = unary({
  name: 'erf',
  summary: 'The error function.',
  value: (x) => special.erf(x),
  pull: (g, x, _y, { format: { round } }) => round((2 / Math.sqrt(Math.PI)) * round(Math.exp(-round(x * x)))) * g,
  range: (x) => increasing(x, special.erf, { exact: (v) => v === 0, low: -1, high: 1, ulps: 16 }),
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [
      { low: -Infinity, high: 0, is: 'convex' },
      { low: 0, high: Infinity, is: 'concave' },
    ],
    derivatives: ['2 * exp(-x^2) / sqrt(pi)'],
  },
});
