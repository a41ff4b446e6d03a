import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** x². */
export const square: Op = unary({
  name: 'square',
  summary: 'The square.',
  kind: 'promoted',
  value: (x) => x * x,
  pull: (g, x, _y, { format }) => g * format.round(2 * x),
  range: ranges.square,
  facts: {
    monotone: [
      { low: -Infinity, high: 0, is: 'decreasing' },
      { low: 0, high: Infinity, is: 'increasing' },
    ],
    curvature: [{ low: -Infinity, high: Infinity, is: 'convex' }],
    derivatives: ['2 * x'],
  },
  definition: 'x^2',
  latex: '#1^2',
});
