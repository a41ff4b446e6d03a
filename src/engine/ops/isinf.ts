import { isDefined } from '../numerics/interval';
import type { Op } from './op';
import { truth } from './shared/comparison';
import { unary } from './shared/unary';

/** Whether it is infinite. */
export const isinf: Op = unary({
  name: 'isinf',
  summary: 'Whether it is infinite.',
  kind: 'bool',
  value: (x) => (Math.abs(x) === Infinity ? 1 : 0),
  pull: null,
  range: (x) => truth(isDefined(x) ? false : null),
  facts: { derivatives: [null] },
});
