import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** Hyperbolic cosine. */
export const cosh: Op = unary({
  name: 'cosh',
  summary: 'The hyperbolic cosine.',
  value: (x) => Math.cosh(x),
  pull: (g, x, _y, { format }) => g * format.round(Math.sinh(x)),
  range: ranges.cosh,
  facts: {
    monotone: [
      { low: -Infinity, high: 0, is: 'decreasing' },
      { low: 0, high: Infinity, is: 'increasing' },
    ],
    curvature: [{ low: -Infinity, high: Infinity, is: 'convex' }],
    derivatives: ['sinh(x)'],
  },
  latex: '\\cosh #1',
});
