import { increasing } from '../numerics/interval';
import type { Op } from './op';
import * as special from '../numerics/special';
import { unary } from './shared/unary';

/** Logarithm of the normal distribution function, without underflow. */
export const logNdtr: Op = unary({
  name: 'log_ndtr',
  summary: 'Logarithm of the normal distribution function, without underflow.',
  value: (x) => special.logNdtr(x),
  pull: (g, x) => g * special.inverseMills(x),
  range: (x) => increasing(x, special.logNdtr, { high: 0, ulps: 64 }),
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [{ low: -Infinity, high: Infinity, is: 'concave' }],
    derivatives: ['exp(-x^2 / 2 - log_ndtr(x)) / sqrt(2 * pi)'],
  },
  definition: 'log((1 + erf(x / sqrt(2))) / 2)',
  latex: '\\log\\Phi\\left(#1\\right)',
});
