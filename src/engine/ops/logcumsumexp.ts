import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { alongAxis } from './shared/along-axis';

function logSum(x: number, y: number): number {
  if (x === y) return x === -Infinity ? x : x + Math.LN2;
  return Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
}

/** log of running sums of exponentials along an axis, without overflow. */
export const logcumsumexp: Op = alongAxis({
  name: 'logcumsumexp',
  summary: 'Logarithm of running sums of exponentials, without overflow.',
  value: (row, { format: { round } }) => {
    let total = -Infinity;
    return row.map((x) => (total = round(logSum(total, x))));
  },
  pull: (g, row, result, { format: { round } }) =>
    row.map((x, i) => {
      let sum = 0;
      for (let j = i; j < row.length; j++) sum = round(sum + round((g[j] as number) * Math.exp(x - (result[j] as number))));
      return sum;
    }),
  range: (x, length) => ranges.add(x, ranges.interval(0, ranges.log(ranges.point(Math.max(1, length))).hi)),
});
