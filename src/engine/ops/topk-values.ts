import { ShapeError } from '../numerics/signature';
import type { Op } from './op';
import { alongAxis } from './shared/along-axis';
import { numberOf } from './shared/attributes';
import { orderOf, unorder } from './shared/order';

/** The k largest elements along an axis, from the largest. */
export const topkValues: Op = alongAxis({
  name: 'topk_values',
  summary: 'The largest elements along an axis.',
  attributes: { k: 1 },
  kind: (kind) => kind,
  length: (length, attributes) => {
    const k = numberOf(attributes, 'k', 1);
    if (k > length) throw new ShapeError(`the ${k} largest of ${length}`);
    return k;
  },
  value: (row, { attributes }) =>
    orderOf(row, true)
      .slice(0, numberOf(attributes, 'k', 1))
      .map((i) => row[i] as number),
  pull: (g, row) => unorder(g, orderOf(row, true), row.length),
  range: (x) => x,
});
