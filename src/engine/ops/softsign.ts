import { flagged, increasing } from '../numerics/interval';
import type { Op } from './op';
import { reachesInfinity } from './shared/ranges';
import { unary } from './shared/unary';

const softsignOf = (x: number): number => (Math.abs(x) === Infinity ? Math.sign(x) : x / (1 + Math.abs(x)));

/** x / (1 + |x|). */
export const softsign: Op = unary({
  name: 'softsign',
  summary: 'The number divided by one plus its size.',
  value: (x) => x / (1 + Math.abs(x)),
  pull: (g, x, _y, { format: { round } }) => {
    const base = round(1 + Math.abs(x));
    return g / round(base * base);
  },
  range: (x) => flagged(increasing(x, softsignOf, { exact: (v) => v === 0, low: -1, high: 1 }), x.nan || reachesInfinity(x)),
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [
      { low: -Infinity, high: 0, is: 'convex' },
      { low: 0, high: Infinity, is: 'concave' },
    ],
    singularities: [{ at: 0, kind: 'curvature-jump', left: 1, right: 1 }],
    derivatives: ['1 / (1 + abs(x))^2'],
  },
  definition: 'x / (1 + abs(x))',
});
