import { maximum, minimum, point } from '../numerics/interval';
import type { Op } from './op';
import { inside } from './shared/clamped';
import { unary } from './shared/unary';

/** min(max(x, 0), 6). */
export const relu6: Op = unary({
  name: 'relu6',
  summary: 'The number, kept between 0 and 6.',
  value: (x) => Math.min(Math.max(x, 0), 6),
  pull: (g, x, _y, at) => inside(g, x > 0 && x < 6, at),
  range: (x) => minimum(maximum(x, point(0)), point(6)),
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [
      { low: -Infinity, high: 6, is: 'convex' },
      { low: 0, high: Infinity, is: 'concave' },
    ],
    singularities: [
      { at: 0, kind: 'kink', left: 0, right: 1 },
      { at: 6, kind: 'kink', left: 1, right: 0 },
    ],
    derivatives: ['where(x > 0, where(x < 6, 1, 0), 0)'],
  },
  definition: 'min(max(x, 0), 6)',
});
