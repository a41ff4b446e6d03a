import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** Hyperbolic sine. */
export const sinh: Op = unary({
  name: 'sinh',
  summary: 'The hyperbolic sine.',
  value: (x) => Math.sinh(x),
  pull: (g, x, _y, { format }) => g * format.round(Math.cosh(x)),
  range: ranges.sinh,
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [
      { low: -Infinity, high: 0, is: 'concave' },
      { low: 0, high: Infinity, is: 'convex' },
    ],
    derivatives: ['cosh(x)'],
  },
  latex: '\\sinh #1',
});
