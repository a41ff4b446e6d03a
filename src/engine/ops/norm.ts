import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { normOf, normPull, normRange } from './shared/norms';
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
  range: (x, count, attributes, format) => normRange(x, count, numberOf(attributes, 'ord', 2), format),
  steep: ([x], attributes, conventions) =>
    x !== undefined && reachesZero(x) && numberOf(attributes, 'ord', 2) !== 1 && conventions.normAtZero !== 0,
  latex: '\\left\\lVert #1 \\right\\rVert',
});
