import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';
import { reachesZero } from './shared/ranges';

/** √(x² + y²), without overflow. */
export const hypot: Op = binary({
  name: 'hypot',
  summary: 'Length of the vector (x, y).',
  kind: 'float',
  value: (x, y) => Math.hypot(x, y),
  pulls: [
    (g, x, _y, r, { format, conventions }) => (r === 0 ? conventions.hypotAtOrigin * g : g * format.round(x / r)),
    (g, _x, y, r, { format, conventions }) => (r === 0 ? conventions.hypotAtOrigin * g : g * format.round(y / r)),
  ],
  range: ranges.hypot,
  steep: ([x, y]) => x !== undefined && y !== undefined && reachesZero(x) && reachesZero(y),
  facts: { derivatives: ['x / sqrt(x^2 + y^2)', 'y / sqrt(x^2 + y^2)'] },
  definition: 'sqrt(x^2 + y^2)',
  latex: '\\sqrt{#1^2 + #2^2}',
});
