import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';

/** ⌊x / y⌋. */
export const floorDivide: Op = binary({
  name: 'floor_divide',
  summary: 'Largest integer not above the quotient.',
  value: (x, y) => Math.floor(x / y),
  pulls: [null, null],
  range: ranges.floorDivide,
  facts: { derivatives: [null, null] },
  definition: 'floor(x / y)',
  latex: '\\left\\lfloor \\frac{#1}{#2} \\right\\rfloor',
});
