import { ALL, decreasing, interval, multiply } from '../numerics/interval';
import type { Op } from './op';
import * as special from '../numerics/special';
import { unary } from './shared/unary';

/** ψ′(x), the derivative of digamma. */
export const trigamma: Op = unary({
  name: 'trigamma',
  summary: 'Second derivative of the logarithm of the gamma function.',
  value: (x) => special.trigamma(x),
  pull: (g, x, _y, { format }) => g * format.round(special.tetragamma(x)),
  range: (x) =>
    x.lo > 0
      ? multiply(decreasing(x, special.trigamma, { low: 0 }), interval(1 - 1e-13, 1 + 1e-13))
      : { ...ALL, hiOpen: false, nan: x.nan || x.lo < 0 },
  steep: ([x]) => x !== undefined && x.lo <= 0,
  facts: {
    domain: [interval(0, Infinity, true)],
    monotone: [{ low: 0, high: Infinity, is: 'decreasing' }],
    curvature: [{ low: 0, high: Infinity, is: 'convex' }],
    derivatives: [null],
  },
  latex: '\\psi_1\\left(#1\\right)',
});
