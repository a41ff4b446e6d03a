import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { reachesZero } from './shared/ranges';
import { unary } from './shared/unary';

/** Logarithm to the base 2. */
export const log2: Op = unary({
  name: 'log2',
  summary: 'The logarithm to the base 2.',
  value: (x) => Math.log2(x),
  pull: (g, x, _y, { format }) => g / format.round(x * Math.LN2),
  range: ranges.log2,
  steep: ([x]) => x !== undefined && reachesZero(x),
  facts: {
    domain: [ranges.interval(0, Infinity, true)],
    monotone: [{ low: 0, high: Infinity, is: 'increasing' }],
    curvature: [{ low: 0, high: Infinity, is: 'concave' }],
    singularities: [{ at: 0, kind: 'infinite-slope', left: NaN, right: Infinity }],
    derivatives: ['1 / (x * log(2))'],
  },
  definition: 'log(x) / log(2)',
  latex: '\\log_2 #1',
});
