import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { reachesInfinity } from './shared/ranges';
import { unary } from './shared/unary';

/** Tangent. */
export const tan: Op = unary({
  name: 'tan',
  summary: 'The tangent.',
  value: (x) => Math.tan(x),
  pull: (g, _x, y, { format: { round } }) => g * round(1 + round(y * y)),
  range: (x) => ranges.flagged(ranges.tan(x), x.nan || reachesInfinity(x)),
  facts: {
    monotone: [{ low: -1.57, high: 1.57, is: 'increasing' }],
    curvature: [
      { low: -1.57, high: 0, is: 'concave' },
      { low: 0, high: 1.57, is: 'convex' },
    ],
    derivatives: ['1 + tan(x)^2'],
  },
  latex: '\\tan #1',
});
