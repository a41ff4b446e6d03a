import * as ranges from '../numerics/interval';
import type { Forward, Op } from './op';
import { numberOf } from './shared/attributes';
import { reaches } from './shared/ranges';
import { unary } from './shared/unary';

function clamped(x: number, { attributes, format: { round } }: Pick<Forward, 'attributes' | 'format'>): number {
  const eps = numberOf(attributes, 'eps', -1);
  return eps < 0 ? x : Math.min(Math.max(x, round(eps)), round(1 - eps));
}

/** log(x / (1 - x)), the argument first kept within [eps, 1 - eps] unless eps is null. */
export const logit: Op = unary({
  name: 'logit',
  summary: 'Logarithm of the odds: inverse of the logistic function.',
  attributes: { eps: null },
  value: (x, at) => {
    const p = clamped(x, at);
    return Math.log(p / (1 - p));
  },
  pull: (g, x, _y, at) => {
    if (clamped(x, at) !== x) return 0;
    const { round } = at.format;
    return (x < 0 || x > 1) && at.conventions.logitOutside === 'nan' ? NaN : g / round(x * round(1 - x));
  },
  range: (x, attributes) => {
    const eps = numberOf(attributes, 'eps', -1);
    const p = eps < 0 ? x : ranges.minimum(ranges.maximum(x, ranges.point(eps)), ranges.point(1 - eps));
    return ranges.subtract(ranges.log(p), ranges.log(ranges.subtract(ranges.point(1), p)));
  },
  steep: ([x], attributes) => x !== undefined && numberOf(attributes, 'eps', 0) <= 0 && (reaches(x, 0) || reaches(x, 1)),
  facts: { domain: [ranges.interval(0, 1, true, true)], derivatives: ['1 / (x * (1 - x))'] },
  definition: 'log(x / (1 - x))',
});
