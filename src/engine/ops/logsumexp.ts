import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { sumOf } from './shared/accumulator';
import { averaged, reduction } from './shared/reduction';

/** log Σ exp over axes, shifted by the largest element. */
export const logsumexp: Op = reduction({
  name: 'logsumexp',
  summary: 'Logarithm of the sum of exponentials, without overflow.',
  kind: averaged,
  value: (group, at) => {
    const largest = group.reduce((best, x) => Math.max(best, x), -Infinity);
    const shift = Number.isFinite(largest) ? largest : 0;
    return Math.log(sumOf(group.map((x) => Math.exp(x - shift)), at)) + shift;
  },
  pull: (g, group, result) => group.map((x) => g * Math.exp(x - result)),
  range: (x, count) => (count === 0 ? ranges.point(-Infinity) : ranges.add(x, ranges.log(ranges.point(count)))),
  latex: '\\log \\sum e^{#1}',
});
