import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** eˣ - 1, accurate near 0. */
export const expm1: Op = unary({
  name: 'expm1',
  summary: 'The exponential function minus one, accurate near 0.',
  value: (x) => Math.expm1(x),
  pull: (g, x, y, { format: { round }, conventions }) => g * (conventions.expm1Slope === 'result' ? round(y + 1) : round(Math.exp(x))),
  range: ranges.expm1,
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [{ low: -Infinity, high: Infinity, is: 'convex' }],
    derivatives: ['exp(x)'],
  },
  definition: 'exp(x) - 1',
  latex: '\\left(e^{#1} - 1\\right)',
});
