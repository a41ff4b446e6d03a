import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** 2ˣ. */
export const exp2: Op = unary({
  name: 'exp2',
  summary: 'Two to the power of the number.',
  value: (x) => 2 ** x,
  pull: (g, _x, y, { format }) => format.round(g * y) * Math.LN2,
  range: ranges.exp2,
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [{ low: -Infinity, high: Infinity, is: 'convex' }],
    derivatives: ['2^x * log(2)'],
  },
  definition: '2^x',
  latex: '2^{#1}',
});
