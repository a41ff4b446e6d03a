import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { normOf, normPull } from './shared/norms';
import { reachesZero } from './shared/ranges';
import { averaged, reduction } from './shared/reduction';

/** Vector norm of order `ord` over axes. */
export const norm: Op = reduction({
  name: 'norm',
  summary: 'Vector norm.',
  attributes: { ord: 2 },
  kind: averaged,
  value: (group, at) => normOf(group, numberOf(at.attributes, 'ord', 2), at),
  pull: (g, group, result, at) => normPull(g, group, result, numberOf(at.attributes, 'ord', 2), at),
  range: (x, count, attributes) => {
    const ord = numberOf(attributes, 'ord', 2);
    const size = ranges.abs(x);
    if (Math.abs(ord) === Infinity) return count === 0 ? ranges.point(0) : size;
    if (ord <= 0) return ranges.interval(0, Math.max(count, 0), false, false, x.nan);
    const factor = ranges.power(ranges.point(count), ranges.divide(ranges.point(1), ranges.point(ord)));
    return ranges.multiply(size, factor);
  },
  steep: ([x], attributes, conventions) =>
    x !== undefined && reachesZero(x) && numberOf(attributes, 'ord', 2) !== 1 && conventions.normAtZero !== 0,
  latex: '\\left\\lVert #1 \\right\\rVert',
});
