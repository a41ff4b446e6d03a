import type { Op } from './op';
import { sumOf } from './shared/accumulator';
import { repeated } from './shared/ranges';
import { reduction, summed } from './shared/reduction';

/** Sum over axes; of truth values, how many hold. */
export const sum: Op = reduction({
  name: 'sum',
  summary: 'Sum of the elements.',
  kind: summed,
  value: sumOf,
  pull: (g, group) => group.map(() => g),
  range: repeated,
  latex: '\\sum #1',
});
