import { isPoint } from '../numerics/interval';
import type { Op } from './op';
import { below, comparison } from './shared/comparison';

/** x = y. */
export const equal: Op = comparison({
  name: 'equal',
  summary: 'Whether two numbers are equal.',
  symbol: '=',
  holds: (x, y) => x === y,
  decide: (x, y) => (isPoint(x) && isPoint(y) && x.lo === y.lo ? true : below(x, y) || below(y, x) ? false : null),
});
