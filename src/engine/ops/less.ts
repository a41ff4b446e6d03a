import type { Op } from './op';
import { below, comparison } from './shared/comparison';

/** x < y. */
export const less: Op = comparison({
  name: 'less',
  summary: 'Whether the first number is smaller.',
  symbol: '<',
  holds: (x, y) => x < y,
  decide: (x, y) => (below(x, y) ? true : x.lo >= y.hi ? false : null),
});
