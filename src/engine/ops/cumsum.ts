import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { accumulator } from './shared/accumulator';
import { alongAxis } from './shared/along-axis';
import { repeated } from './shared/ranges';
import { summed } from './shared/reduction';

/** Running sums along an axis. */
export const cumsum: Op = alongAxis({
  name: 'cumsum',
  summary: 'Running sums along an axis.',
  kind: summed,
  value: (row, at) => {
    const round = accumulator(at, 'halfScans');
    let sum = 0;
    return row.map((x) => (sum = round(sum + x)));
  },
  pull: (g, _row, _result, at) => {
    const round = accumulator(at, 'halfScans');
    let sum = 0;
    return g
      .reverse()
      .map((gi) => (sum = round(sum + gi)))
      .reverse();
  },
  range: (x, length) => ranges.hull(x, repeated(x, length)),
});
