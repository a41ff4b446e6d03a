import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** eˣ. */
export const exp: Op = unary({
  name: 'exp',
  summary: 'The exponential function.',
  value: (x) => Math.exp(x),
  pull: (g, _x, y) => g * y,
  range: ranges.exp,
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [{ low: -Infinity, high: Infinity, is: 'convex' }],
    derivatives: ['exp(x)'],
  },
  latex: 'e^{#1}',
});
