import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { steps } from './shared/constant-of';
import { unary } from './shared/unary';

/** The integer part, as an integer: no gradient passes. */
export const toInt: Op = unary({
  name: 'to_int',
  summary: 'The integer part, as an integer.',
  kind: 'int',
  value: (x) => Math.trunc(x),
  pull: null,
  range: ranges.trunc,
  facts: steps('nonzero-integers'),
  definition: 'trunc(x)',
});
