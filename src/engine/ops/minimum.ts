import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';
import { extremePull } from './shared/extreme-pull';

/** The smaller of two numbers; nan when one is nan. */
export const minimum: Op = binary({
  name: 'minimum',
  summary: 'The smaller of two numbers.',
  value: (x, y) => Math.min(x, y),
  pulls: [extremePull(0, (x, y) => x < y), extremePull(1, (x, y) => x < y)],
  range: ranges.minimum,
  facts: { derivatives: ['where(x < y, 1, 0)', 'where(y < x, 1, 0)'] },
  definition: 'min(x, y)',
  latex: '\\min\\left(#1, #2\\right)',
});
