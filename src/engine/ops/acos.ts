import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { reaches } from './shared/ranges';
import { unary } from './shared/unary';

/** Inverse cosine; nan outside [-1, 1]. */
export const acos: Op = unary({
  name: 'acos',
  summary: 'The inverse cosine.',
  value: (x) => Math.acos(x),
  pull: (g, x, _y, { format: { round } }) => -g * round(1 / Math.sqrt(round(1 - round(x * x)))),
  range: ranges.acos,
  steep: ([x]) => x !== undefined && (reaches(x, 1) || reaches(x, -1)),
  facts: {
    domain: [ranges.interval(-1, 1)],
    monotone: [{ low: -1, high: 1, is: 'decreasing' }],
    curvature: [
      { low: -1, high: 0, is: 'convex' },
      { low: 0, high: 1, is: 'concave' },
    ],
    singularities: [
      { at: -1, kind: 'infinite-slope', left: NaN, right: -Infinity },
      { at: 1, kind: 'infinite-slope', left: -Infinity, right: NaN },
    ],
    derivatives: ['-1 / sqrt(1 - x^2)'],
  },
  latex: '\\arccos #1',
});
