import { isDefined } from '../numerics/interval';
import type { Op } from './op';
import { truth } from './shared/comparison';
import { unary } from './shared/unary';

/** Whether it is neither infinite nor nan. */
export const isfinite: Op = unary({
  name: 'isfinite',
  summary: 'Whether it is neither infinite nor nan.',
  kind: 'bool',
  value: (x) => (Number.isFinite(x) ? 1 : 0),
  pull: null,
  range: (x) => truth(isDefined(x) ? true : null),
  facts: { derivatives: [null] },
});
