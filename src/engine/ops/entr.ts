import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { reaches, reachesZero } from './shared/ranges';
import { unary } from './shared/unary';

/** -x log x, which is 0 at 0 and -∞ below. */
export const entr: Op = unary({
  name: 'entr',
  summary: 'Minus the number times its logarithm; 0 at 0.',
  value: (x) => (x > 0 ? -x * Math.log(x) : x === 0 ? 0 : x < 0 ? -Infinity : NaN),
  pull: (g, x, _y, { format: { round } }) => g * round(-round(Math.log(x)) - 1),
  range: (x) => {
    const top = ranges.interval(-Infinity, 0.36787944117144234, !reaches(x, Infinity));
    const inner = ranges.negative(ranges.xlogy(ranges.maximum(x, ranges.point(0)), ranges.maximum(x, ranges.point(0))));
    const positive = ranges.flagged(ranges.intersect(inner, top), x.nan);
    return x.lo < 0 ? ranges.hull(positive, ranges.point(-Infinity)) : positive;
  },
  steep: ([x]) => x !== undefined && reachesZero(x),
  facts: {
    domain: [ranges.interval(0, Infinity)],
    monotone: [
      { low: 0, high: 0.36787, is: 'increasing' },
      { low: 0.36788, high: Infinity, is: 'decreasing' },
    ],
    curvature: [{ low: 0, high: Infinity, is: 'concave' }],
    singularities: [{ at: 0, kind: 'infinite-slope', left: NaN, right: Infinity }],
    derivatives: ['-log(x) - 1'],
  },
  definition: '-x * log(x)',
});
