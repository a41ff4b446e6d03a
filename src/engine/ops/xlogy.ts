import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';
import { reaches, reachesInfinity, reachesZero } from './shared/ranges';

/** x log y, which is 0 at x = 0 whatever y is. */
export const xlogy: Op = binary({
  name: 'xlogy',
  summary: 'The first number times the logarithm of the second; 0 where the first is 0.',
  kind: 'float',
  value: (x, y) => (x === 0 && !Number.isNaN(y) ? 0 : x * Math.log(y)),
  pulls: [
    (g, x, y, _r, { format, conventions: { xlogySlope } }) => {
      if (xlogySlope === 'zero-upstream' && (g === 0 || (x === 0 && y <= 0))) return 0;
      return g * format.round(xlogySlope === 'zero-at-zero' && x === 0 ? 0 : Math.log(y));
    },
    (g, x, y, _r, { format, conventions }) => g * (x === 0 && conventions.xlogySlope === 'zero-at-zero' ? 0 : format.round(x / y)),
  ],
  range: (x, y) => {
    const range = ranges.xlogy(x, y);
    return ranges.flagged(range, range.nan || (reachesInfinity(x) && reaches(y, 1)));
  },
  steep: ([, y]) => y !== undefined && reachesZero(y),
  facts: { domain: [null, ranges.interval(0, Infinity, true)], derivatives: ['log(y)', 'x / y'] },
  definition: 'x * log(y)',
  latex: '#1 \\log #2',
});
