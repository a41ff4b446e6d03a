import type { Op } from './op';
import { below, comparison } from './shared/comparison';

/** x ≤ y. */
export const lessEqual: Op = comparison({
  name: 'less_equal',
  summary: 'Whether the first number is not larger.',
  symbol: '\\le',
  holds: (x, y) => x <= y,
  decide: (x, y) => (x.hi <= y.lo ? true : below(y, x) ? false : null),
});
