import type { Op } from './op';
import { below, comparison } from './shared/comparison';

/** x ≥ y. */
export const greaterEqual: Op = comparison({
  name: 'greater_equal',
  summary: 'Whether the first number is not smaller.',
  symbol: '\\ge',
  holds: (x, y) => x >= y,
  decide: (x, y) => (x.lo >= y.hi ? true : below(x, y) ? false : null),
});
