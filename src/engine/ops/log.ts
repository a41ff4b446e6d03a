import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { reachesZero } from './shared/ranges';
import { unary } from './shared/unary';

/** Natural logarithm: -∞ at 0, nan below, where the slope 1 / x stays finite. */
export const log: Op = unary({
  name: 'log',
  summary: 'The natural logarithm.',
  value: (x) => Math.log(x),
  pull: (g, x) => g / x,
  range: ranges.log,
  steep: ([x]) => x !== undefined && reachesZero(x),
  facts: {
    domain: [ranges.interval(0, Infinity, true)],
    monotone: [{ low: 0, high: Infinity, is: 'increasing' }],
    curvature: [{ low: 0, high: Infinity, is: 'concave' }],
    singularities: [{ at: 0, kind: 'infinite-slope', left: NaN, right: Infinity }],
    derivatives: ['1 / x'],
  },
  latex: '\\log #1',
});
