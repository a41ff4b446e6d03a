import { interval, isEmpty } from '../numerics/interval';
import type { Op } from './op';
import { intermediate } from './shared/intermediate';
import { steppedLogistic } from './shared/logistic';
import { unary } from './shared/unary';

/** x sigmoid(x). */
export const silu: Op = unary({
  name: 'silu',
  summary: 'The number times the logistic function of it.',
  value: (x, at) => x * steppedLogistic(x, intermediate(at)),
  pull: (g, x, _y, at) => {
    const s = steppedLogistic(x, intermediate(at));
    return g * (s * (1 + x * (1 - s)));
  },
  range: (x) =>
    isEmpty(x)
      ? x
      : interval(x.lo >= 0 ? 0 : -0.27847, Math.max(0, x.hi), false, x.hiOpen && x.hi > 0, x.nan || (x.lo === -Infinity && !x.loOpen)),
  facts: {
    monotone: [
      { low: -Infinity, high: -1.27847, is: 'decreasing' },
      { low: -1.27846, high: Infinity, is: 'increasing' },
    ],
    curvature: [{ low: -2.399, high: 2.399, is: 'convex' }],
    derivatives: ['sigmoid(x) * (1 + x * sigmoid(-x))'],
  },
  definition: 'x / (1 + exp(-x))',
});
