import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';

/** x · y. */
export const multiply: Op = binary({
  name: 'multiply',
  summary: 'Product of two tensors, element by element.',
  wide: true,
  value: (x, y) => x * y,
  pulls: [(g, _x, y) => g * y, (g, x) => g * x],
  range: ranges.multiply,
  facts: { derivatives: ['y', 'x'] },
  latex: '#1 \\cdot #2',
});
