import { decreasing } from '../numerics/interval';
import type { Op } from './op';
import * as special from '../numerics/special';
import { unary } from './shared/unary';

/** 1 - erf(x), accurate in the tail. */
export const erfc: Op = unary({
  name: 'erfc',
  summary: 'One minus the error function, accurate in the tail.',
  value: (x) => special.erfc(x),
  pull: (g, x, _y, { format: { round } }) => round((-2 / Math.sqrt(Math.PI)) * round(Math.exp(-round(x * x)))) * g,
  range: (x) => decreasing(x, special.erfc, { exact: (v) => v === 0, low: 0, high: 2, ulps: 32 }),
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'decreasing' }],
    curvature: [
      { low: -Infinity, high: 0, is: 'concave' },
      { low: 0, high: Infinity, is: 'convex' },
    ],
    derivatives: ['-2 * exp(-x^2) / sqrt(pi)'],
  },
  definition: '1 - erf(x)',
});
