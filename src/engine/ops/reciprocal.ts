import { point } from '../numerics/interval';
import type { Op } from './op';
import { nearsZero, quotient } from './shared/ranges';
import { unary } from './shared/unary';

/** 1 / x. */
export const reciprocal: Op = unary({
  name: 'reciprocal',
  summary: 'One divided by the number.',
  value: (x) => 1 / x,
  pull: (g, _x, y, { format, conventions }) => (g === 0 && conventions.sqrtGate === 'selects' ? 0 : -g * format.round(y * y)),
  range: (x) => quotient(point(1), x),
  steep: ([x]) => x !== undefined && nearsZero(x),
  facts: {
    monotone: [
      { low: -Infinity, high: 0, is: 'decreasing' },
      { low: 0, high: Infinity, is: 'decreasing' },
    ],
    curvature: [
      { low: -Infinity, high: 0, is: 'concave' },
      { low: 0, high: Infinity, is: 'convex' },
    ],
    singularities: [{ at: 0, kind: 'jump', left: -Infinity, right: -Infinity }],
    derivatives: ['-1 / x^2'],
  },
  definition: '1 / x',
  latex: '\\frac{1}{#1}',
});
