import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** Sine. */
export const sin: Op = unary({
  name: 'sin',
  summary: 'The sine.',
  value: (x) => Math.sin(x),
  pull: (g, x, _y, { format }) => g * format.round(Math.cos(x)),
  range: ranges.sin,
  facts: {
    monotone: [{ low: -1.57, high: 1.57, is: 'increasing' }],
    curvature: [
      { low: -Math.PI, high: 0, is: 'convex' },
      { low: 0, high: Math.PI, is: 'concave' },
    ],
    derivatives: ['cos(x)'],
  },
  latex: '\\sin #1',
});
