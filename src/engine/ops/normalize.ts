import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { sumOf } from './shared/accumulator';
import { alongAxis } from './shared/along-axis';
import { numberOf } from './shared/attributes';
import { normOf, normPull } from './shared/norms';
import { reachesInfinity, reachesZero } from './shared/ranges';

/** x divided by the larger of its norm along an axis and `eps`. */
export const normalize: Op = alongAxis({
  name: 'normalize',
  summary: 'Vectors scaled to norm 1.',
  attributes: { ord: 2, eps: 1e-12 },
  value: (row, at) => {
    const size = at.format.round(normOf(row, numberOf(at.attributes, 'ord', 2), at));
    const divisor = Math.max(size, at.format.round(numberOf(at.attributes, 'eps', 1e-12)));
    return row.map((x) => x / divisor);
  },
  pull: (g, row, result, at) => {
    const { round } = at.format;
    const ord = numberOf(at.attributes, 'ord', 2);
    const eps = round(numberOf(at.attributes, 'eps', 1e-12));
    const size = round(normOf(row, ord, at));
    const divisor = Math.max(size, eps);
    const toSize =
      size >= eps
        ? round(
            -sumOf(
              g.map((gi, i) => gi * round((result[i] as number) / divisor)),
              at,
            ),
          )
        : 0;
    const through = normPull(toSize, row, size, ord, at);
    return g.map((gi, i) => round(gi / divisor) + (through[i] as number));
  },
  range: (x, _length, attributes, format) => {
    const unguarded = format !== undefined && format.round(numberOf(attributes, 'eps', 1e-12)) === 0 && reachesZero(x);
    const largest = numberOf(attributes, 'ord', 2) >= 1 ? 1 : Infinity;
    return ranges.interval(-largest, largest, false, false, x.nan || reachesInfinity(x) || unguarded);
  },
});
