import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** |x|. */
export const abs: Op = unary({
  name: 'abs',
  summary: 'The absolute value.',
  kind: 'promoted',
  value: (x) => Math.abs(x),
  pull: (g, x, _y, { conventions }) => {
    if (Number.isNaN(x)) return g * conventions.absOfNan;
    return g * (x === 0 ? conventions.absAtZero : Math.sign(x));
  },
  range: ranges.abs,
  facts: {
    monotone: [
      { low: -Infinity, high: 0, is: 'decreasing' },
      { low: 0, high: Infinity, is: 'increasing' },
    ],
    curvature: [{ low: -Infinity, high: Infinity, is: 'convex' }],
    singularities: [{ at: 0, kind: 'kink', left: -1, right: 1 }],
    derivatives: ['sign(x)'],
  },
  latex: '\\left|#1\\right|',
});
