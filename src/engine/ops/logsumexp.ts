import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { sumOf } from './shared/accumulator';
import { averaged, reduction } from './shared/reduction';

function shiftOf(group: Float64Array): number {
  const largest = group.reduce((best, x) => Math.max(best, x), -Infinity);
  return Number.isFinite(largest) ? largest : 0;
}

/** log Σ exp over axes, shifted by the largest element. */
export const logsumexp: Op = reduction({
  name: 'logsumexp',
  summary: 'Logarithm of the sum of exponentials, without overflow.',
  kind: averaged,
  value: (group, at) => {
    const shift = shiftOf(group);
    return (
      Math.log(
        sumOf(
          group.map((x) => Math.exp(x - shift)),
          at,
        ),
      ) + shift
    );
  },
  pull: (g, group, result, at) => {
    const { round } = at.format;
    if (at.conventions.logsumexpSlope === 'from-result') return group.map((x) => g * round(Math.exp(round(x - result))));
    const shift = shiftOf(group);
    const powers = group.map((x) => round(Math.exp(x - shift)));
    const outer = round(g / sumOf(powers, at));
    return powers.map((power) => outer * power);
  },
  range: (x, count) => (count === 0 ? ranges.point(-Infinity) : ranges.add(x, ranges.log(ranges.point(count)))),
  latex: '\\log \\sum e^{#1}',
});
