import { interval, isEmpty } from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** x min(max(x + 3, 0), 6) / 6. */
export const hardswish: Op = unary({
  name: 'hardswish',
  summary: 'Piecewise approximation of silu.',
  value: (x) => (x * Math.min(Math.max(x + 3, 0), 6)) / 6,
  pull: (g, x, _y, at) => (x >= 3 ? g : x > -3 ? g * (x / 3 + 0.5) : at.conventions.clipGate === 'selects' ? 0 : g * 0),
  range: (x) =>
    isEmpty(x)
      ? x
      : interval(x.lo >= 0 ? 0 : -0.375, Math.max(0, x.hi), false, x.hiOpen && x.hi > 0, x.nan || (x.lo === -Infinity && !x.loOpen)),
  facts: {
    monotone: [
      { low: -3, high: -1.5, is: 'decreasing' },
      { low: -1.5, high: Infinity, is: 'increasing' },
    ],
    curvature: [{ low: -3, high: 3, is: 'convex' }],
    singularities: [
      { at: -3, kind: 'kink', left: 0, right: -0.5 },
      { at: 3, kind: 'kink', left: 1.5, right: 1 },
    ],
    derivatives: ['where(x > -3, where(x < 3, x / 3 + 1 / 2, 1), 0)'],
  },
  definition: 'x * min(max(x + 3, 0), 6) / 6',
});
