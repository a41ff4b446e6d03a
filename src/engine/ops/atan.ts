import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** Inverse tangent. */
export const atan: Op = unary({
  name: 'atan',
  summary: 'The inverse tangent.',
  value: (x) => Math.atan(x),
  pull: (g, x, _y, { format: { round } }) => g / round(round(x * x) + 1),
  range: ranges.atan,
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [
      { low: -Infinity, high: 0, is: 'convex' },
      { low: 0, high: Infinity, is: 'concave' },
    ],
    derivatives: ['1 / (1 + x^2)'],
  },
  latex: '\\arctan #1',
});
