import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { steps } from './shared/constant-of';
import { unary } from './shared/unary';

/** Nearest integer, ties to even. */
export const round: Op = unary({
  name: 'round',
  summary: 'The nearest integer; halves go to the even one.',
  kind: 'promoted',
  value: (x) => halfToEven(x),
  pull: null,
  range: ranges.round,
  facts: steps('half-integers'),
});

function halfToEven(x: number): number {
  const above = Math.round(x);
  return above - x === 0.5 && above % 2 !== 0 ? above - 1 : above;
}
