import type { Op } from './op';
import { truth } from './shared/comparison';
import { truthOf } from './shared/truth';
import { unary } from './shared/unary';

/** Whether the number differs from 0. */
export const toBool: Op = unary({
  name: 'to_bool',
  summary: 'Whether the number differs from 0.',
  kind: 'bool',
  value: (x) => (x === 0 ? 0 : 1),
  pull: null,
  range: (x) => truth(truthOf(x)),
  facts: { derivatives: [null] },
});
