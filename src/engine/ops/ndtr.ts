import { increasing } from '../numerics/interval';
import type { Op } from './op';
import { normalTail } from './shared/normal-tail';
import * as special from './shared/special/normal';
import { unary } from './shared/unary';

/** Distribution function of the standard normal distribution. */
export const ndtr: Op = unary({
  name: 'ndtr',
  summary: 'Distribution function of the standard normal distribution.',
  value: normalTail,
  pull: (g, x) => g * special.normalDensity(x),
  range: (x) => increasing(x, special.ndtr, { exact: (v) => v === 0, low: 0, high: 1, ulps: 32 }),
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
