import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { reaches } from './shared/ranges';
import { unary } from './shared/unary';

/** Inverse hyperbolic tangent; ±∞ at ±1, nan outside. */
export const atanh: Op = unary({
  name: 'atanh',
  summary: 'The inverse hyperbolic tangent.',
  value: (x) => Math.atanh(x),
  pull: (g, x, _y, { format: { round } }) => g * round(1 / round(1 - round(x * x))),
  range: ranges.atanh,
  steep: ([x]) => x !== undefined && (reaches(x, 1) || reaches(x, -1)),
  facts: {
    domain: [ranges.interval(-1, 1, true, true)],
    monotone: [{ low: -1, high: 1, is: 'increasing' }],
    curvature: [
      { low: -1, high: 0, is: 'concave' },
      { low: 0, high: 1, is: 'convex' },
    ],
    singularities: [
      { at: -1, kind: 'infinite-slope', left: NaN, right: Infinity },
      { at: 1, kind: 'infinite-slope', left: Infinity, right: NaN },
    ],
    derivatives: ['1 / (1 - x^2)'],
  },
  latex: '\\operatorname{artanh} #1',
});
