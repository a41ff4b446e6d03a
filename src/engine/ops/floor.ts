import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { steps } from './shared/constant-of';
import { unary } from './shared/unary';

/** Largest integer not above x. */
export const floor: Op = unary({
  name: 'floor',
  summary: 'The largest integer not above the number.',
  kind: 'promoted',
  value: (x) => Math.floor(x),
  pull: null,
  range: ranges.floor,
  facts: steps('integers'),
  latex: '\\left\\lfloor #1 \\right\\rfloor',
});
