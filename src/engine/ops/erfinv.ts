import { flagged, increasing, intersect, interval } from '../numerics/interval';
import type { Op } from './op';
import { reaches } from './shared/ranges';
import * as special from '../numerics/special';
import { unary } from './shared/unary';

/** Inverse error function; ±∞ at ±1, nan outside. */
export const erfinv: Op = unary({
  name: 'erfinv',
  summary: 'The inverse error function.',
  value: (x) => special.erfinv(x),
  pull: (g, _x, y, { format: { round } }) => g * round((Math.sqrt(Math.PI) / 2) * round(Math.exp(round(y * y)))),
  range: (x) => {
    const inside = increasing(intersect(x, interval(-1, 1)), special.erfinv, { exact: (v) => v === 0 || Math.abs(v) === 1, ulps: 32 });
    return flagged(inside, x.nan || x.lo < -1 || x.hi > 1);
  },
  steep: ([x]) => x !== undefined && (reaches(x, 1) || reaches(x, -1)),
  facts: {
    domain: [interval(-1, 1, true, true)],
    monotone: [{ low: -1, high: 1, is: 'increasing' }],
    curvature: [
      { low: -1, high: 0, is: 'concave' },
      { low: 0, high: 1, is: 'convex' },
    ],
    singularities: [
      { at: -1, kind: 'infinite-slope', left: NaN, right: Infinity },
      { at: 1, kind: 'infinite-slope', left: Infinity, right: NaN },
    ],
    derivatives: ['sqrt(pi) / 2 * exp(erfinv(x)^2)'],
  },
  latex: '\\operatorname{erf}^{-1} #1',
});
