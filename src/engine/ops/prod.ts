import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { accumulator } from './shared/accumulator';
import { reduction, summed } from './shared/reduction';

/** Product over axes. Each element's gradient is the product of the others. */
export const prod: Op = reduction({
  name: 'prod',
  summary: 'Product of the elements.',
  kind: summed,
  value: (group, at) => {
    const round = accumulator(at, 'halfProducts');
    return group.reduce((product, x) => round(product * x), 1);
  },
  pull: (g, group, result, at) => {
    const round = accumulator(at, 'halfProducts');
    if (at.conventions.prodSlope !== 'exact' && !group.includes(0)) return group.map((x) => g * round(result / x));
    return group.map((_, i) => g * group.reduce((product, x, j) => (j === i ? product : round(product * x)), 1));
  },
  range: (x, count) => {
    let product = ranges.point(1);
    for (let i = 0; i < Math.min(count, 64); i++) product = ranges.multiply(product, x);
    return count > 64 ? { ...ranges.ALL, nan: x.nan } : product;
  },
  latex: '\\prod #1',
});
