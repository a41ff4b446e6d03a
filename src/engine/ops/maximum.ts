import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';
import { extremePull } from './shared/extreme-pull';

/** The larger of two numbers; nan when one is nan. */
export const maximum: Op = binary({
  name: 'maximum',
  summary: 'The larger of two numbers.',
  value: (x, y) => Math.max(x, y),
  pulls: [extremePull(0, (x, y) => x > y), extremePull(1, (x, y) => x > y)],
  range: ranges.maximum,
  facts: { derivatives: ['where(x > y, 1, 0)', 'where(y > x, 1, 0)'] },
  definition: 'max(x, y)',
  latex: '\\max\\left(#1, #2\\right)',
});
