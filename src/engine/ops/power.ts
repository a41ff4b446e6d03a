import * as ranges from '../numerics/interval';
import type { Interval } from '../numerics/interval';
import type { Op } from './op';
import { binary, type BinaryPull } from './shared/binary';
import { powerOf } from './shared/power-of';
import { reaches, reachesZero } from './shared/ranges';

const basePull: BinaryPull = (g, x, y, _r, { format: { round }, conventions }) => {
  if (y === 0 && conventions.zeroPowZero === 0) return 0;
  return g * round(y * round(powerOf(x, y - 1)));
};

const exponentPull: BinaryPull = (g, x, y, r, { format: { round }, conventions }) => {
  const guarded = x === 0 ? y >= 0 || Number.isNaN(conventions.zeroPowZero) : x < 0 && conventions.powerOfNegative === 'zero';
  return g * round(r * (guarded ? 0 : round(Math.log(x))));
};

/** Beyond the range over the reals: negative bases with integers among the exponents, and a 0 that may be negative. */
function rangeOf(x: Interval, y: Interval): Interval {
  const range = ranges.power(x, y);
  if (x.lo > 0 || Object.is(x.lo, 0)) return range;
  const signless = y.lo < 0 && (Object.is(x.lo, -0) || x.hi === 0);
  const known = ranges.isPoint(y) && Number.isFinite(y.lo) && (Number.isInteger(y.lo) || !reaches(x, -Infinity));
  if (known && !signless) return range;
  const size = ranges.power(ranges.abs(x), y);
  return ranges.flagged(ranges.hull(range, ranges.hull(size, ranges.negative(size))), range.nan || !known);
}

/** xʸ; negative bases have values for integer exponents only. */
export const power: Op = binary({
  name: 'power',
  summary: 'Power with a real exponent.',
  value: powerOf,
  pulls: [basePull, exponentPull],
  range: rangeOf,
  steep: ([x, y]) => x !== undefined && y !== undefined && ((reachesZero(x) && !(y.lo >= 1)) || (x.lo < 0 && !ranges.isPoint(y))),
  facts: { derivatives: ['y * x^(y - 1)', 'x^y * log(x)'] },
  definition: 'x^y',
  latex: '#1^{#2}',
});
