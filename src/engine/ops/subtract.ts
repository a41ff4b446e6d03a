import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';

/** x - y. */
export const subtract: Op = binary({
  name: 'subtract',
  summary: 'Difference of two tensors.',
  wide: true,
  value: (x, y) => x - y,
  pulls: [(g) => g, (g) => -g],
  range: ranges.subtract,
  facts: { derivatives: ['1', '-1'] },
  latex: '#1 - #2',
});
