import { add, increasing, interval } from '../numerics/interval';
import type { Op } from './op';
import * as special from './shared/special/gamma';
import { unary } from './shared/unary';

/** Absolute error near the root of ψ. */
const ERROR = interval(-1e-14, 1e-14);

/** ψ(x), the derivative of lgamma. */
export const digamma: Op = unary({
  name: 'digamma',
  summary: 'Derivative of the logarithm of the gamma function.',
  value: (x) => special.digamma(x),
  pull: (g, x, _y, { format }) => g * format.round(special.trigamma(x)),
  range: (x) =>
    x.lo > 0 ? add(increasing(x, special.digamma, { ulps: 64 }), ERROR) : interval(-Infinity, Infinity, false, false, x.nan || x.lo < 0),
  steep: ([x]) => x !== undefined && x.lo <= 0,
  facts: {
    domain: [interval(0, Infinity, true)],
    monotone: [{ low: 0, high: Infinity, is: 'increasing' }],
    curvature: [{ low: 0, high: Infinity, is: 'concave' }],
    derivatives: [null],
  },
  latex: '\\psi\\left(#1\\right)',
});
