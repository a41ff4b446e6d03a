import { interval } from '../numerics/interval';
import type { Op } from './op';
import { alongAxis } from './shared/along-axis';
import { flagOf } from './shared/attributes';
import { orderOf } from './shared/order';

/** Where the elements along an axis come from when they are put in order; equal ones keep theirs. */
export const argsort: Op = alongAxis({
  name: 'argsort',
  summary: 'Positions of the elements along an axis in order.',
  attributes: { descending: false },
  kind: () => 'int',
  value: (row, { attributes }) => orderOf(row, flagOf(attributes, 'descending')),
  pull: null,
  range: (_x, length) => interval(0, length - 1),
});
