import type { Format } from '../numerics/format';
import * as ranges from '../numerics/interval';
import type { Interval } from '../numerics/interval';
import type { Op } from './op';
import { innerFormat, intermediate } from './shared/intermediate';
import { steppedLogistic } from './shared/logistic';
import { unary } from './shared/unary';

/** The range, widened by what the steps lose: all of it where e⁻ˣ overflows, and half of what is missing to 1. */
function computed(x: Interval, format: Format | undefined): Interval {
  const range = ranges.sigmoid(x);
  if (!format || ranges.isEmpty(range)) return range;
  const { largest, epsilon } = innerFormat(format);
  const low = Number.isFinite(x.lo) && -x.lo > Math.log(largest) ? { lo: 0, loOpen: false } : {};
  return { ...range, ...low, hi: range.hi > 1 - epsilon ? (1 + range.hi) / 2 : range.hi };
}

/** 1 / (1 + e⁻ˣ), written so by every library: it is 0 as soon as e⁻ˣ overflows. */
export const sigmoid: Op = unary({
  name: 'sigmoid',
  summary: 'The logistic function, from a logit to a probability.',
  value: (x, at) => steppedLogistic(x, intermediate(at)),
  pull: (g, _x, y, { format: { round } }) => g * round(round(1 - y) * y),
  range: (x, _attributes, format) => computed(x, format),
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
