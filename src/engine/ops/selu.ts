import { add, expm1, maximum, minimum, multiply, point } from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** Constants of Klambauer et al., "Self-Normalizing Neural Networks" (2017), section 2. */
const SCALE = 1.0507009873554805;
const ALPHA = 1.6732632423543772;

/** scale (x where it is positive, else alpha (eˣ - 1)). */
export const selu: Op = unary({
  name: 'selu',
  summary: 'Scaled exponential linear unit.',
  value: (x) => SCALE * (x > 0 ? x : ALPHA * Math.expm1(x)),
  pull: (g, x, y, { conventions, format: { round } }) => {
    if (x > 0 || (x === 0 && conventions.seluAtZero === 'right')) return g * SCALE;
    return g * (conventions.eluSlope === 'result' ? round(y + round(SCALE * ALPHA)) : SCALE * ALPHA * Math.exp(x));
  },
  range: (x) => {
    const negative = multiply(point(ALPHA), expm1(minimum(x, point(0))));
    return multiply(point(SCALE), add(maximum(x, point(0)), negative));
  },
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [
      { low: -Infinity, high: 0, is: 'convex' },
      { low: 0, high: Infinity, is: 'affine' },
    ],
    singularities: [{ at: 0, kind: 'kink', left: SCALE * ALPHA, right: SCALE }],
    derivatives: ['1.0507009873554805 * where(x > 0, 1, 1.6732632423543772 * exp(x))'],
  },
  definition: '1.0507009873554805 * (max(x, 0) + 1.6732632423543772 * (exp(min(x, 0)) - 1))',
});
