import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { reaches } from './shared/ranges';
import { unary } from './shared/unary';

/** Inverse sine; nan outside [-1, 1]. */
export const asin: Op = unary({
  name: 'asin',
  summary: 'The inverse sine.',
  value: (x) => Math.asin(x),
  pull: (g, x, _y, { format: { round } }) => g * round(1 / Math.sqrt(round(1 - round(x * x)))),
  range: ranges.asin,
  steep: ([x]) => x !== undefined && (reaches(x, 1) || reaches(x, -1)),
  facts: {
    domain: [ranges.interval(-1, 1)],
    monotone: [{ low: -1, high: 1, is: 'increasing' }],
    curvature: [
      { low: -1, high: 0, is: 'concave' },
      { low: 0, high: 1, is: 'convex' },
    ],
    singularities: [
      { at: -1, kind: 'infinite-slope', left: NaN, right: Infinity },
      { at: 1, kind: 'infinite-slope', left: Infinity, right: NaN },
    ],
    derivatives: ['1 / sqrt(1 - x^2)'],
  },
  latex: '\\arcsin #1',
});
