import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { logistic, softplusOf } from './shared/logistic';
import { unary } from './shared/unary';

/** log(1 + e^(beta x)) / beta, without overflow; the identity where beta x is above `threshold`. */
export const softplus: Op = unary({
  name: 'softplus',
  summary: 'Smooth rectifier, log(1 + exp(x)), without overflow.',
  attributes: { beta: 1, threshold: null },
  value: (x, { attributes }) => {
    const beta = numberOf(attributes, 'beta', 1);
    return beta * x > numberOf(attributes, 'threshold', Infinity) ? x : softplusOf(beta * x) / beta;
  },
  pull: (g, x, _y, { attributes }) => {
    const scaled = numberOf(attributes, 'beta', 1) * x;
    return scaled > numberOf(attributes, 'threshold', Infinity) ? g : g * logistic(scaled);
  },
  range: (x, attributes) => {
    const beta = ranges.point(numberOf(attributes, 'beta', 1));
    return ranges.divide(ranges.softplus(ranges.multiply(x, beta)), beta);
  },
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [{ low: -Infinity, high: Infinity, is: 'convex' }],
    derivatives: ['sigmoid(beta * x)'],
  },
  definition: 'log(1 + exp(beta * x)) / beta',
});
