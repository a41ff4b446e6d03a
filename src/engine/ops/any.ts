import type { Op } from './op';
import { truth } from './shared/comparison';
import { reduction } from './shared/reduction';
import { truthOf } from './shared/truth';

/** Whether some element holds. */
export const any: Op = reduction({
  name: 'any',
  summary: 'Whether some element holds.',
  kind: () => 'bool',
  value: (group) => (group.some((x) => x !== 0) ? 1 : 0),
  pull: null,
  range: (x, count) => truth(count === 0 ? false : truthOf(x)),
});
