import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { intermediate } from './shared/intermediate';
import { unary } from './shared/unary';

/** x where it is positive, else `slope` times x. */
export const leakyRelu: Op = unary({
  name: 'leaky_relu',
  summary: 'The number where it is positive, else a fraction of it.',
  attributes: { slope: 0.01 },
  value: (x, at) => (x > 0 ? x : x * intermediate(at)(numberOf(at.attributes, 'slope', 0.01))),
  pull: (g, x, _y, at) => {
    if (x > 0 || (x === 0 && at.conventions.leakyReluAtZero === 'right')) return g;
    return g * intermediate(at)(numberOf(at.attributes, 'slope', 0.01));
  },
  range: (x, attributes) => {
    const slope = ranges.point(numberOf(attributes, 'slope', 0.01));
    const [zero, positive] = [ranges.point(0), ranges.maximum(x, ranges.point(0))];
    return ranges.add(positive, ranges.multiply(slope, ranges.minimum(x, zero)));
  },
  facts: {
    singularities: [{ at: 0, kind: 'kink', left: null, right: 1 }],
    derivatives: ['where(x > 0, 1, slope)'],
  },
  definition: 'max(x, 0) + slope * min(x, 0)',
});
