import * as ranges from '../numerics/interval';
import type { Interval } from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';

const FLOOR = -100;
/** The kernel's 1e-12 is a float32. */
const SMALLEST = Math.fround(1e-12);
const bounded = (log: number): number => Math.max(log, FLOOR);
const boundedRange = (log: Interval): Interval => ranges.maximum(log, ranges.point(FLOOR));

/**
 * Binary cross-entropy of a probability and a target, each logarithm kept above -100. The slope is not that of the bounded
 * formula but (x - y) / max(x (1 - x), 1e-12), as the kernel of PyTorch computes it.
 */
export const boundedCrossEntropy: Op = binary({
  name: 'bounded_cross_entropy',
  summary: 'Binary cross-entropy of a probability, each logarithm kept above -100.',
  kind: 'float',
  value: (x, y) => (y - 1) * bounded(Math.log1p(-x)) - y * bounded(Math.log(x)),
  pulls: [(g, x, y) => (g * (x - y)) / Math.max((1 - x) * x, SMALLEST), (g, x) => g * (Math.log1p(-x) - Math.log(x))],
  range: (x, y) => {
    const no = ranges.multiply(ranges.subtract(y, ranges.point(1)), boundedRange(ranges.log1p(ranges.negative(x))));
    return ranges.subtract(no, ranges.multiply(y, boundedRange(ranges.log(x))));
  },
  steep: ([x]) => x === undefined || ranges.contains(x, 0) || ranges.contains(x, 1),
  facts: {
    domain: [ranges.interval(0, 1), null],
    derivatives: ['(x - y) / max(x * (1 - x), 1e-12)', 'log(1 - x) - log(x)'],
  },
  definition: '-(y * max(log(x), -100) + (1 - y) * max(log(1 - x), -100))',
  latex: '\\operatorname{BCE}\\left(#1, #2\\right)',
});
