import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { steps } from './shared/constant-of';
import { unary } from './shared/unary';

/** The integer part, towards 0. */
export const trunc: Op = unary({
  name: 'trunc',
  summary: 'The integer part, towards 0.',
  kind: 'promoted',
  value: (x) => Math.trunc(x),
  pull: null,
  range: ranges.trunc,
  facts: steps('nonzero-integers'),
});
