import { floor, interval, multiply } from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';
import { quotient } from './shared/ranges';

/** The quotient is rounded before its integer part is taken: to 8 bits in the narrowest format. */
const ROUNDING = interval(1 - 2 ** -8, 1 + 2 ** -8);

/** ⌊x / y⌋. */
export const floorDivide: Op = binary({
  name: 'floor_divide',
  summary: 'Largest integer not above the quotient.',
  value: (x, y) => Math.floor(x / y),
  pulls: [null, null],
  range: (x, y) => floor(multiply(quotient(x, y), ROUNDING)),
  facts: { derivatives: [null, null] },
  definition: 'floor(x / y)',
  latex: '\\left\\lfloor \\frac{#1}{#2} \\right\\rfloor',
});
