import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { quotient, reachesZero } from './shared/ranges';
import { unary } from './shared/unary';

/** 1 / √x. */
export const rsqrt: Op = unary({
  name: 'rsqrt',
  summary: 'One divided by the square root.',
  value: (x) => 1 / Math.sqrt(x),
  pull: (g, _x, y, { format: { round }, conventions }) =>
    g === 0 && conventions.sqrtGate === 'selects' ? 0 : round(-0.5 * g) * round(y * round(y * y)),
  range: (x) => {
    const root = ranges.sqrt(x);
    return quotient(ranges.point(1), (x.lo < 0 || Object.is(x.lo, -0)) && root.lo === 0 ? { ...root, lo: -0 } : root);
  },
  steep: ([x]) => x !== undefined && reachesZero(x),
  facts: {
    domain: [ranges.interval(0, Infinity, true)],
    monotone: [{ low: 0, high: Infinity, is: 'decreasing' }],
    curvature: [{ low: 0, high: Infinity, is: 'convex' }],
    singularities: [{ at: 0, kind: 'infinite-slope', left: NaN, right: -Infinity }],
    derivatives: ['-1 / (2 * x * sqrt(x))'],
  },
  definition: '1 / sqrt(x)',
  latex: '\\frac{1}{\\sqrt{#1}}',
});
