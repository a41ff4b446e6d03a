import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { steps } from './shared/constant-of';
import { unary } from './shared/unary';

/** Smallest integer not below x. */
export const ceil: Op = unary({
  name: 'ceil',
  summary: 'The smallest integer not below the number.',
  kind: 'promoted',
  value: (x) => Math.ceil(x),
  pull: null,
  range: ranges.ceil,
  facts: steps('integers'),
  latex: '\\left\\lceil #1 \\right\\rceil',
});
