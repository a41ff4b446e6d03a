import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';

/** x + y; of two truth values, whether one holds. */
export const add: Op = binary({
  name: 'add',
  summary: 'Sum of two tensors.',
  wide: true,
  value: (x, y, { operands }) => (operands.every(({ kind }) => kind === 'bool') ? Math.max(x, y) : x + y),
  pulls: [(g) => g, (g) => g],
  range: ranges.add,
  facts: { derivatives: ['1', '1'] },
  latex: '#1 + #2',
});
