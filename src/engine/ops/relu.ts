import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** max(x, 0). */
export const relu: Op = unary({
  name: 'relu',
  summary: 'The number where it is positive, else 0.',
  kind: 'promoted',
  value: (x) => (x < 0 ? 0 : x),
  pull: (g, x, _y, { conventions }) => {
    if (x > 0) return g;
    const slope = x === 0 ? conventions.reluAtZero : x < 0 ? 0 : conventions.reluOfNan;
    return slope === 0 && conventions.reluGate === 'selects' ? 0 : g * slope;
  },
  range: (x) => ranges.maximum(x, ranges.point(0)),
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [{ low: -Infinity, high: Infinity, is: 'convex' }],
    singularities: [{ at: 0, kind: 'kink', left: 0, right: 1 }],
    derivatives: ['where(x > 0, 1, 0)'],
  },
  definition: 'max(x, 0)',
  latex: '\\left(#1\\right)_+',
});
