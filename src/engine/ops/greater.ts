import type { Op } from './op';
import { below, comparison } from './shared/comparison';

/** x > y. */
export const greater: Op = comparison({
  name: 'greater',
  summary: 'Whether the first number is larger.',
  symbol: '>',
  holds: (x, y) => x > y,
  decide: (x, y) => (below(y, x) ? true : x.hi <= y.lo ? false : null),
});
