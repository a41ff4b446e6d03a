import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { accumulator } from './shared/accumulator';
import { alongAxis } from './shared/along-axis';
import { prod } from './prod';
import { summed } from './shared/reduction';

/** Running products along an axis. Each gradient sums, over the products it is in, upstream times the other factors. */
export const cumprod: Op = alongAxis({
  name: 'cumprod',
  summary: 'Running products along an axis.',
  kind: summed,
  value: (row, at) => {
    const round = accumulator(at, 'halfScans');
    let product = 1;
    return row.map((x) => (product = round(product * x)));
  },
  pull: (g, row, result, at) => {
    const { round } = at.format;
    const { cumprodSlope } = at.conventions;
    if (cumprodSlope === 'divides' || (cumprodSlope === 'divides-unless-zero' && !row.includes(0))) {
      return row.map((x, i) => (x === 0 ? 0 : tailSum(g, result, i, round) / x));
    }
    return row.map((_, i) => {
      let others = row.slice(0, i).reduce((product, x) => round(product * x), 1);
      let sum = round((g[i] as number) * others);
      for (let j = i + 1; j < row.length; j++) {
        others = round(others * (row[j] as number));
        sum = round(sum + round((g[j] as number) * others));
      }
      return sum;
    });
  },
  range: (x, length) => {
    const products = Array.from({ length: Math.min(length, 8) }, (_, i) => prod.range([x], {}, [{ shape: [i + 1], kind: 'float' }]));
    return length > 8 ? { ...ranges.ALL, nan: x.nan } : products.reduce(ranges.hull, x);
  },
});

function tailSum(g: Float64Array, result: Float64Array, from: number, round: (x: number) => number): number {
  let sum = 0;
  for (let j = g.length - 1; j >= from; j--) sum = round(sum + round((g[j] as number) * (result[j] as number)));
  return sum;
}
