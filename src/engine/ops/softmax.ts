import { exp } from '../numerics/interval';
import type { Op } from './op';
import { sumOf } from './shared/accumulator';
import { alongAxis } from './shared/along-axis';
import { intermediate } from './shared/intermediate';
import { logShare } from './shared/log-share';

/** exp(x) / Σ exp(x) along an axis, shifted by the largest element. */
export const softmax: Op = alongAxis({
  name: 'softmax',
  summary: 'Exponentials divided by their sum: logits to probabilities.',
  value: (row, at) => {
    const inner = intermediate(at);
    const largest = row.reduce((best, x) => Math.max(best, x), -Infinity);
    const powers = row.map((x) => inner(Math.exp(inner(x - largest))));
    const total = sumOf(powers, at);
    return powers.map((power) => power / total);
  },
  pull: (g, _row, result, at) => {
    const { round } = at.format;
    const shares = g.map((gi, i) => round(gi * (result[i] as number)));
    const total = sumOf(shares, at);
    return shares.map((share, i) => share - round((result[i] as number) * total));
  },
  range: (x, length, _attributes, format) => exp(logShare(x, length, format)),
});
