import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { formatOf } from '../numerics/format';
import { averaged, reduction } from './shared/reduction';
import { intermediate } from './shared/intermediate';
import { sumOf } from './shared/accumulator';

const SINGLE = formatOf('float32');

/** Arithmetic mean over axes, nan of no elements. Half precision is summed in single precision by every library. */
export const mean: Op = reduction({
  name: 'mean',
  summary: 'Arithmetic mean of the elements.',
  kind: averaged,
  value: (group, at) => {
    const format = at.format.name === 'float16' || at.format.name === 'bfloat16' ? SINGLE : at.format;
    return intermediate(at)(sumOf(group, { ...at, format }) / group.length);
  },
  pull: (g, group) => group.map(() => g / group.length),
  range: (x, count) => (count === 0 ? ranges.point(NaN) : x),
  latex: '\\operatorname{mean} #1',
});
