import { interval, isEmpty } from '../numerics/interval';
import type { Op } from './op';
import { intermediate } from './shared/intermediate';
import { logistic, softplusOf } from './shared/logistic';
import { unary } from './shared/unary';

/** x tanh(softplus(x)). */
export const mish: Op = unary({
  name: 'mish',
  summary: 'The number times tanh of its softplus.',
  value: (x, at) => x * Math.tanh(intermediate(at)(softplusOf(x))),
  pull: (g, x) => {
    const t = Math.tanh(softplusOf(x));
    return g * (t + x * (1 - t * t) * logistic(x));
  },
  range: (x) =>
    isEmpty(x)
      ? x
      : interval(x.lo >= 0 ? 0 : -0.30885, Math.max(0, x.hi), false, x.hiOpen && x.hi > 0, x.nan || (x.lo === -Infinity && !x.loOpen)),
  facts: {
    monotone: [
      { low: -Infinity, high: -1.19251, is: 'decreasing' },
      { low: -1.1924, high: Infinity, is: 'increasing' },
    ],
    derivatives: ['tanh(softplus(x)) + x * (1 - tanh(softplus(x))^2) * sigmoid(x)'],
  },
  definition: 'x * tanh(log(1 + exp(x)))',
});
