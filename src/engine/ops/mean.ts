import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { repeated } from './shared/ranges';
import { averaged, reduction } from './shared/reduction';
import { sumOf } from './shared/accumulator';

/** Arithmetic mean over axes, nan of no elements. */
export const mean: Op = reduction({
  name: 'mean',
  summary: 'Arithmetic mean of the elements.',
  kind: averaged,
  value: (group, at) => sumOf(group, at) / group.length,
  pull: (g, group) => group.map(() => g / group.length),
  range: (x, count) => (count === 0 ? ranges.point(NaN) : ranges.flagged(x, repeated(x, count).nan)),
  latex: '\\operatorname{mean} #1',
});
