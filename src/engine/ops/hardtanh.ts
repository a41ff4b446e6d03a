import { maximum, minimum, point } from '../numerics/interval';
import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { inside } from './shared/clamped';
import { unary } from './shared/unary';

/** min(max(x, low), high) with fixed bounds. */
export const hardtanh: Op = unary({
  name: 'hardtanh',
  summary: 'The number, kept between two fixed bounds.',
  attributes: { low: -1, high: 1 },
  value: (x, { attributes }) => Math.min(Math.max(x, numberOf(attributes, 'low', -1)), numberOf(attributes, 'high', 1)),
  pull: (g, x, _y, at) => {
    const [low, high] = [numberOf(at.attributes, 'low', -1), numberOf(at.attributes, 'high', 1)];
    if (x === low || x === high) return at.conventions.hardtanhAtBound === 0 ? inside(g, false, at) : g;
    return inside(g, x > low && x < high, at);
  },
  range: (x, attributes) => minimum(maximum(x, point(numberOf(attributes, 'low', -1))), point(numberOf(attributes, 'high', 1))),
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    derivatives: ['where(x > low, where(x < high, 1, 0), 0)'],
  },
  definition: 'min(max(x, low), high)',
});
