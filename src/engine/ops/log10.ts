import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { reachesZero } from './shared/ranges';
import { unary } from './shared/unary';

/** Logarithm to the base 10. */
export const log10: Op = unary({
  name: 'log10',
  summary: 'The logarithm to the base 10.',
  value: (x) => Math.log10(x),
  pull: (g, x, _y, { format }) => g / format.round(x * Math.LN10),
  range: ranges.log10,
  steep: ([x]) => x !== undefined && reachesZero(x),
  facts: {
    domain: [ranges.interval(0, Infinity, true)],
    monotone: [{ low: 0, high: Infinity, is: 'increasing' }],
    curvature: [{ low: 0, high: Infinity, is: 'concave' }],
    singularities: [{ at: 0, kind: 'infinite-slope', left: NaN, right: Infinity }],
    derivatives: ['1 / (x * log(10))'],
  },
  definition: 'log(x) / log(10)',
  latex: '\\log_{10} #1',
});
