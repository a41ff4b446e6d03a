import { floor, interval, multiply } from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';
import { quotient } from './shared/ranges';

/** ⌊x / y⌋; the quotient is rounded before its integer part is taken. */
export const floorDivide: Op = binary({
  name: 'floor_divide',
  summary: 'Largest integer not above the quotient.',
  value: (x, y) => Math.floor(x / y),
  pulls: [null, null],
  range: (x, y, _attributes, format) =>
    floor(format ? multiply(quotient(x, y), interval(1 - format.epsilon, 1 + format.epsilon)) : quotient(x, y)),
  facts: { derivatives: [null, null] },
  definition: 'floor(x / y)',
  latex: '\\left\\lfloor \\frac{#1}{#2} \\right\\rfloor',
});
