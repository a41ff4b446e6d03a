import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { reaches } from './shared/ranges';
import { unary } from './shared/unary';

/** Inverse hyperbolic cosine; nan below 1. */
export const acosh: Op = unary({
  name: 'acosh',
  summary: 'The inverse hyperbolic cosine.',
  value: (x) => Math.acosh(x),
  pull: (g, x, _y, { format: { round } }) => g * round(1 / Math.sqrt(round(round(x * x) - 1))),
  range: ranges.acosh,
  steep: ([x]) => x !== undefined && reaches(x, 1),
  facts: {
    domain: [ranges.interval(1, Infinity)],
    monotone: [{ low: 1, high: Infinity, is: 'increasing' }],
    curvature: [{ low: 1, high: Infinity, is: 'concave' }],
    singularities: [{ at: 1, kind: 'infinite-slope', left: NaN, right: Infinity }],
    derivatives: ['1 / sqrt(x^2 - 1)'],
  },
  latex: '\\operatorname{arcosh} #1',
});
