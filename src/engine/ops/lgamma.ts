import { interval, isEmpty, valley } from '../numerics/interval';
import type { Op } from './op';
import { reachesZero } from './shared/ranges';
import { digamma, lgamma as logGamma } from '../numerics/special';
import { unary } from './shared/unary';

/** Where Γ is smallest on the positive axis. */
const LOWEST = 1.4616321449683623;
const LOWEST_VALUE = -0.12148629053584962;

/** log |Γ(x)|; +∞ at 0, -1, -2 … */
export const lgamma: Op = unary({
  name: 'lgamma',
  summary: 'Logarithm of the absolute value of the gamma function.',
  value: (x) => logGamma(x),
  pull: (g, x, _y, { format }) => g * format.round(digamma(x)),
  range: (x) => {
    if (isEmpty(x) || x.lo > 0) return valley(x, logGamma, LOWEST, { exact: (v) => v === 1 || v === 2, ulps: 256, low: LOWEST_VALUE });
    return interval(-Infinity, Infinity, true, false, x.nan);
  },
  steep: ([x]) => x !== undefined && (reachesZero(x) || x.lo < 0),
  facts: {
    domain: [interval(0, Infinity, true)],
    monotone: [
      { low: 0, high: 1.46, is: 'decreasing' },
      { low: 1.47, high: Infinity, is: 'increasing' },
    ],
    curvature: [{ low: 0, high: Infinity, is: 'convex' }],
    derivatives: ['digamma(x)'],
  },
  latex: '\\log\\Gamma\\left(#1\\right)',
});
