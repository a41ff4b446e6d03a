import { interval } from '../numerics/interval';
import type { Op } from './op';
import { reduction } from './shared/reduction';
import { truthOf } from './shared/truth';

/** Number of elements that differ from 0. */
export const countNonzero: Op = reduction({
  name: 'count_nonzero',
  summary: 'Number of elements that differ from 0.',
  kind: () => 'int',
  value: (group) => group.reduce((count, x) => count + (x === 0 ? 0 : 1), 0),
  pull: null,
  range: (x, count) => {
    const known = truthOf(x);
    return interval(known === true ? count : 0, known === false ? 0 : count);
  },
});
