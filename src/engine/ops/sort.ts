import type { Op } from './op';
import { alongAxis } from './shared/along-axis';
import { flagOf } from './shared/attributes';
import { orderOf, unorder } from './shared/order';

/** The elements along an axis in order; equal ones keep theirs. */
export const sort: Op = alongAxis({
  name: 'sort',
  summary: 'The elements along an axis in order.',
  attributes: { descending: false },
  kind: (kind) => kind,
  value: (row, { attributes }) => orderOf(row, flagOf(attributes, 'descending')).map((i) => row[i] as number),
  pull: (g, row, _result, { attributes, conventions }) => {
    if (!flagOf(attributes, 'descending')) return unorder(g, orderOf(row, false), row.length);
    return unorder(g, conventions.descendingTies === 'last' ? orderOf(row, false).reverse() : orderOf(row, true), row.length);
  },
  range: (x) => x,
});
