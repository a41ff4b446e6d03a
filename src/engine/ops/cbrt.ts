import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { reachesZero } from './shared/ranges';
import { unary } from './shared/unary';

/** Real cube root. */
export const cbrt: Op = unary({
  name: 'cbrt',
  summary: 'The real cube root.',
  value: (x) => Math.cbrt(x),
  pull: (g, _x, y, { format: { round } }) => g * round(round(1 / round(y * y)) / 3),
  range: ranges.cbrt,
  steep: ([x]) => x !== undefined && reachesZero(x),
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [
      { low: -Infinity, high: 0, is: 'convex' },
      { low: 0, high: Infinity, is: 'concave' },
    ],
    singularities: [{ at: 0, kind: 'infinite-slope', left: Infinity, right: Infinity }],
    derivatives: ['1 / (3 * cbrt(x)^2)'],
  },
  latex: '\\sqrt[3]{#1}',
});
