import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { intermediate } from './shared/intermediate';
import { steppedLogistic } from './shared/logistic';
import { unary } from './shared/unary';

/** 1 / (1 + e⁻ˣ), written so by every library: it is 0 as soon as e⁻ˣ overflows. */
export const sigmoid: Op = unary({
  name: 'sigmoid',
  summary: 'The logistic function, from a logit to a probability.',
  value: (x, at) => steppedLogistic(x, intermediate(at)),
  pull: (g, _x, y, { format: { round } }) => g * round(round(1 - y) * y),
  range: ranges.sigmoid,
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [
      { low: -Infinity, high: 0, is: 'convex' },
      { low: 0, high: Infinity, is: 'concave' },
    ],
    derivatives: ['sigmoid(x) * sigmoid(-x)'],
  },
  definition: '1 / (1 + exp(-x))',
  latex: '\\sigma\\left(#1\\right)',
});
