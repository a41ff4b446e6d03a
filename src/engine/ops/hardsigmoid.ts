import { add, divide, maximum, minimum, point } from '../numerics/interval';
import type { Op } from './op';
import { inside } from './shared/clamped';
import { unary } from './shared/unary';

/** min(max(x + 3, 0), 6) / 6. */
export const hardsigmoid: Op = unary({
  name: 'hardsigmoid',
  summary: 'Piecewise linear approximation of the logistic function.',
  value: (x) => Math.min(Math.max(x + 3, 0), 6) / 6,
  pull: (g, x, _y, at) => inside(g / 6, x > -3 && x < 3, at),
  range: (x) => divide(minimum(maximum(add(x, point(3)), point(0)), point(6)), point(6)),
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [
      { low: -Infinity, high: 3, is: 'convex' },
      { low: -3, high: Infinity, is: 'concave' },
    ],
    singularities: [
      { at: -3, kind: 'kink', left: 0, right: 1 / 6 },
      { at: 3, kind: 'kink', left: 1 / 6, right: 0 },
    ],
    derivatives: ['where(x > -3, where(x < 3, 1 / 6, 0), 0)'],
  },
  definition: 'min(max(x + 3, 0), 6) / 6',
});
