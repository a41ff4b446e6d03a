import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { reachesZero } from './shared/ranges';
import { unary } from './shared/unary';

/** √x. */
export const sqrt: Op = unary({
  name: 'sqrt',
  summary: 'The square root.',
  value: (x) => Math.sqrt(x),
  pull: (g, _x, y, { format, conventions }) => (g === 0 && conventions.sqrtGate === 'selects' ? 0 : g / format.round(2 * y)),
  range: ranges.sqrt,
  steep: ([x]) => x !== undefined && reachesZero(x),
  facts: {
    domain: [ranges.interval(0, Infinity)],
    monotone: [{ low: 0, high: Infinity, is: 'increasing' }],
    curvature: [{ low: 0, high: Infinity, is: 'concave' }],
    singularities: [{ at: 0, kind: 'infinite-slope', left: NaN, right: Infinity }],
    derivatives: ['1 / (2 * sqrt(x))'],
  },
  latex: '\\sqrt{#1}',
});
