import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** Cosine. */
export const cos: Op = unary({
  name: 'cos',
  summary: 'The cosine.',
  value: (x) => Math.cos(x),
  pull: (g, x, _y, { format }) => -g * format.round(Math.sin(x)),
  range: ranges.cos,
  facts: {
    monotone: [
      { low: -Math.PI, high: 0, is: 'increasing' },
      { low: 0, high: Math.PI, is: 'decreasing' },
    ],
    curvature: [{ low: -1.57, high: 1.57, is: 'concave' }],
    derivatives: ['-sin(x)'],
  },
  latex: '\\cos #1',
});
