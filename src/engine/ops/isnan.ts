import type { Op } from './op';
import { truth } from './shared/comparison';
import { unary } from './shared/unary';

/** Whether it is not a number. */
export const isnan: Op = unary({
  name: 'isnan',
  summary: 'Whether it is not a number.',
  kind: 'bool',
  value: (x) => (Number.isNaN(x) ? 1 : 0),
  pull: null,
  range: (x) => truth(x.nan ? null : false),
  facts: { derivatives: [null] },
});
