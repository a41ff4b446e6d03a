import { isPoint } from '../numerics/interval';
import type { Op } from './op';
import { below, comparison } from './shared/comparison';

/** x ≠ y. */
export const notEqual: Op = comparison({
  name: 'not_equal',
  summary: 'Whether two numbers differ.',
  symbol: '\\ne',
  holds: (x, y) => x !== y,
  decide: (x, y) => (isPoint(x) && isPoint(y) && x.lo === y.lo ? false : below(x, y) || below(y, x) ? true : null),
});
