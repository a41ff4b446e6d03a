import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { steps } from './shared/constant-of';
import { unary } from './shared/unary';

/** -1, 0 or 1. */
export const sign: Op = unary({
  name: 'sign',
  summary: 'The sign: -1, 0 or 1.',
  kind: 'promoted',
  value: (x) => Math.sign(x),
  pull: null,
  range: ranges.sign,
  facts: steps(0),
});
