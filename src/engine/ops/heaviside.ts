import { hull, interval, point } from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';
import { reachesZero } from './shared/ranges';

/** 0 below 0, 1 above, and y at 0. */
export const heaviside: Op = binary({
  name: 'heaviside',
  summary: 'The step from 0 to 1, with a given value at 0.',
  value: (x, y) => (x > 0 ? 1 : x < 0 ? 0 : x === 0 ? y : NaN),
  pulls: [null, (g, x) => (x === 0 ? g : 0)],
  range: (x, y) => {
    const sides = x.lo > 0 ? point(1) : x.hi < 0 ? point(0) : interval(x.lo < 0 ? 0 : 1, x.hi > 0 ? 1 : 0, false, false, x.nan);
    if (!reachesZero(x)) return sides;
    return x.lo === 0 && x.hi === 0 ? y : hull(sides.lo <= sides.hi ? sides : y, y);
  },
  facts: { derivatives: [null, null] },
});
