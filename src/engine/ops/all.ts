import type { Op } from './op';
import { truth } from './shared/comparison';
import { reduction } from './shared/reduction';
import { truthOf } from './shared/truth';

/** Whether every element holds. */
export const all: Op = reduction({
  name: 'all',
  summary: 'Whether every element holds.',
  kind: () => 'bool',
  value: (group) => (group.every((x) => x !== 0) ? 1 : 0),
  pull: null,
  range: (x, count) => truth(count === 0 ? true : truthOf(x)),
});
