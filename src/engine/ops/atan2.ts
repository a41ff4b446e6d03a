import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { binary, type BinaryPull } from './shared/binary';
import { reachesInfinity, reachesZero } from './shared/ranges';

function pullOf(slope: (y: number, x: number) => number): BinaryPull {
  return (g, y, x, _r, { format: { round }, conventions }) => {
    const size = round(round(x * x) + round(y * y));
    return g * (size === 0 && conventions.atan2AtOrigin === 0 ? 0 : round(slope(y, x) / size));
  };
}

/** Angle of the point (x, y) from the positive x-axis, in (-π, π]. */
export const atan2: Op = binary({
  name: 'atan2',
  summary: 'The angle of a point (x, y).',
  operands: ['y', 'x'],
  kind: 'float',
  value: (y, x) => Math.atan2(y, x),
  pulls: [pullOf((_y, x) => x), pullOf((y) => -y)],
  range: (y, x) => (reachesInfinity(x) && reachesInfinity(y) ? ranges.atan2(ranges.ALL, ranges.ALL) : ranges.atan2(y, x)),
  steep: ([y, x]) => x !== undefined && y !== undefined && reachesZero(x) && reachesZero(y),
  facts: { derivatives: ['x / (x^2 + y^2)', '-y / (x^2 + y^2)'] },
});
