import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { reaches } from './shared/ranges';
import { unary } from './shared/unary';

/** log(1 + x), accurate near 0. */
export const log1p: Op = unary({
  name: 'log1p',
  summary: 'Logarithm of one plus the number, accurate near 0.',
  value: (x) => Math.log1p(x),
  pull: (g, x, _y, { format }) => g / format.round(x + 1),
  range: ranges.log1p,
  steep: ([x]) => x !== undefined && reaches(x, -1),
  facts: {
    domain: [ranges.interval(-1, Infinity, true)],
    monotone: [{ low: -1, high: Infinity, is: 'increasing' }],
    curvature: [{ low: -1, high: Infinity, is: 'concave' }],
    singularities: [{ at: -1, kind: 'infinite-slope', left: NaN, right: Infinity }],
    derivatives: ['1 / (1 + x)'],
  },
  definition: 'log(1 + x)',
  latex: '\\log\\left(1 + #1\\right)',
});
