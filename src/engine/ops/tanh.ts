import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** Hyperbolic tangent. */
export const tanh: Op = unary({
  name: 'tanh',
  summary: 'The hyperbolic tangent.',
  value: (x) => Math.tanh(x),
  pull: (g, _x, y, { format: { round }, conventions }) => {
    if (conventions.tanhSlope === 'factors') return round(g + round(g * y)) * round(1 - y);
    return g * round(round(1 - y) * round(1 + y));
  },
  range: ranges.tanh,
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [
      { low: -Infinity, high: 0, is: 'convex' },
      { low: 0, high: Infinity, is: 'concave' },
    ],
    derivatives: ['1 - tanh(x)^2'],
  },
  latex: '\\tanh #1',
});
