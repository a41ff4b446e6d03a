import { interval, isEmpty } from '../numerics/interval';
import type { Attributes } from '../numerics/signature';
import type { Op } from './op';
import { flagOf } from './shared/attributes';
import { normalTail } from './shared/normal-tail';
import { normalDensity } from '../numerics/special';
import { unary } from './shared/unary';

const ROOT = Math.sqrt(2 / Math.PI);
const CUBIC = 0.044715;

/** The argument of tanh in the approximation of Hendrycks and Gimpel (2016), section 2, and its slope. */
const inner = (x: number): number => ROOT * (x + CUBIC * x * x * x);
const innerSlope = (x: number): number => ROOT * (1 + 3 * CUBIC * x * x);

/** torch says `'tanh'` where the others say True. */
const approximates = (attributes: Attributes): boolean => flagOf(attributes, 'approximate') || attributes['approximate'] === 'tanh';

/** x Φ(x), with Φ the normal distribution function; `approximate`: by tanh. */
export const gelu: Op = unary({
  name: 'gelu',
  summary: 'The number times the normal distribution function of it.',
  attributes: { approximate: false },
  value: (x, at) => x * (approximates(at.attributes) ? 0.5 * (1 + Math.tanh(inner(x))) : normalTail(x, at)),
  pull: (g, x, _y, at) => {
    if (!approximates(at.attributes)) return g * (normalTail(x, at) + x * normalDensity(x));
    const t = Math.tanh(inner(x));
    return g * (0.5 * (1 + t) + 0.5 * x * (1 - t * t) * innerSlope(x));
  },
  range: (x) =>
    isEmpty(x)
      ? x
      : interval(x.lo >= 0 ? 0 : -0.1701, Math.max(0, x.hi), false, x.hiOpen && x.hi > 0, x.nan || (x.lo === -Infinity && !x.loOpen)),
  facts: {
    monotone: [
      { low: -8, high: -0.752, is: 'decreasing' },
      { low: -0.7517, high: Infinity, is: 'increasing' },
    ],
    curvature: [{ low: -1.41, high: 1.41, is: 'convex' }],
    derivatives: ['(1 + erf(x / sqrt(2))) / 2 + x * exp(-x^2 / 2) / sqrt(2 * pi)'],
  },
  definition: 'x * (1 + erf(x / sqrt(2))) / 2',
});
