import type { Op } from './op';
import { truth } from './shared/comparison';
import { truthOf } from './shared/truth';
import { unary } from './shared/unary';

/** Whether it does not hold. */
export const logicalNot: Op = unary({
  name: 'logical_not',
  summary: 'Whether it does not hold.',
  kind: 'bool',
  value: (x) => (x === 0 ? 1 : 0),
  pull: null,
  range: (x) => {
    const known = truthOf(x);
    return truth(known === null ? null : !known);
  },
  facts: { derivatives: [null] },
  latex: '\\lnot #1',
});
