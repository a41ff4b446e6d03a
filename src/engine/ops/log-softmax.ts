import type { Op } from './op';
import { sumOf } from './shared/accumulator';
import { alongAxis } from './shared/along-axis';
import { intermediate } from './shared/intermediate';
import { logShare } from './shared/log-share';

/** x - log Σ exp(x) along an axis, shifted by the largest element. */
export const logSoftmax: Op = alongAxis({
  name: 'log_softmax',
  summary: 'Logarithm of softmax, without underflow.',
  value: (row, at) => {
    const inner = intermediate(at);
    const largest = row.reduce((best, x) => Math.max(best, x), -Infinity);
    const shifted = row.map((x) => inner(x - largest));
    const total = inner(
      Math.log(
        sumOf(
          shifted.map((x) => inner(Math.exp(x))),
          at,
        ),
      ),
    );
    return shifted.map((x) => x - total);
  },
  pull: (g, _row, result, at) => {
    const { round } = at.format;
    const total = sumOf(g, at);
    return g.map((gi, i) => gi - round(round(Math.exp(result[i] as number)) * total));
  },
  range: (x, length, _attributes, format) => logShare(x, length, format),
});
