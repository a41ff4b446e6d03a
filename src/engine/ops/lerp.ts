import * as ranges from '../numerics/interval';
import type { Interval } from '../numerics/interval';
import type { Op } from './op';
import { elementwise } from './shared/elementwise';
import { reachesInfinity } from './shared/ranges';

/** x + z (y - x). */
export const lerp: Op = elementwise({
  name: 'lerp',
  summary: 'Linear interpolation from x to y by the weight z.',
  operands: ['x', 'y', 'z'],
  kind: 'float',
  value: (x, y, z, { format: { round } }) => (z < 0.5 ? x + round(z * round(y - x)) : y - round(round(y - x) * round(1 - z))),
  pulls: [
    (g, _x, _y, z, _r, { format }) => g * format.round(1 - z),
    (g, _x, _y, z) => g * z,
    (g, x, y, _z, _r, { format }) => g * format.round(y - x),
  ],
  range: (operands) => {
    const [x, y, z] = operands as readonly [Interval, Interval, Interval];
    if (z.lo >= 0 && z.hi <= 1 && ![x, y].some(reachesInfinity)) return ranges.flagged(ranges.hull(x, y), x.nan || y.nan || z.nan);
    const difference = ranges.subtract(y, x);
    const range = ranges.add(x, ranges.multiply(z, difference));
    return ranges.flagged(range, range.nan || [x, y, z].some(reachesInfinity));
  },
  facts: { derivatives: ['1 - z', 'z', 'y - x'] },
  definition: 'x + z * (y - x)',
});
