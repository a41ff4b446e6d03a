import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** Inverse hyperbolic sine. */
export const asinh: Op = unary({
  name: 'asinh',
  summary: 'The inverse hyperbolic sine.',
  value: (x) => Math.asinh(x),
  pull: (g, x, _y, { format: { round } }) => g * round(1 / Math.sqrt(round(round(x * x) + 1))),
  range: ranges.asinh,
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [
      { low: -Infinity, high: 0, is: 'convex' },
      { low: 0, high: Infinity, is: 'concave' },
    ],
    derivatives: ['1 / sqrt(x^2 + 1)'],
  },
  latex: '\\operatorname{arsinh} #1',
});
