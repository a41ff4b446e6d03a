import { increasing, interval } from '../numerics/interval';
import type { Op } from './op';
import * as special from '../numerics/special';
import { unary } from './shared/unary';

/** ψ(x), the derivative of lgamma. */
export const digamma: Op = unary({
  name: 'digamma',
  summary: 'Derivative of the logarithm of the gamma function.',
  value: (x) => special.digamma(x),
  pull: (g, x, _y, { format }) => g * format.round(special.trigamma(x)),
  range: (x) => (x.lo > 0 ? increasing(x, special.digamma, { ulps: 64 }) : interval(-Infinity, Infinity, false, false, x.nan || x.lo < 0)),
  steep: ([x]) => x !== undefined && x.lo <= 0,
  facts: {
    domain: [interval(0, Infinity, true)],
    monotone: [{ low: 0, high: Infinity, is: 'increasing' }],
    curvature: [{ low: 0, high: Infinity, is: 'concave' }],
    derivatives: ['trigamma(x)'],
  },
  latex: '\\psi\\left(#1\\right)',
});
