import { add, expm1, maximum, minimum, multiply, point } from '../numerics/interval';
import type { Op } from './op';
import { numberOf } from './shared/attributes';
import { unary } from './shared/unary';

/** x where it is positive, else alpha (eˣ - 1). */
export const elu: Op = unary({
  name: 'elu',
  summary: 'The number where it is positive, else alpha (exp(x) - 1).',
  attributes: { alpha: 1 },
  value: (x, { attributes }) => (x > 0 ? x : numberOf(attributes, 'alpha', 1) * Math.expm1(x)),
  pull: (g, x, y, { attributes, conventions, format: { round } }) => {
    if (x > 0) return g;
    const alpha = numberOf(attributes, 'alpha', 1);
    return g * (conventions.eluSlope === 'result' ? round(y + alpha) : round(alpha * Math.exp(x)));
  },
  range: (x, attributes) => {
    const alpha = point(numberOf(attributes, 'alpha', 1));
    return add(maximum(x, point(0)), multiply(alpha, expm1(minimum(x, point(0)))));
  },
  facts: {
    singularities: [{ at: 0, kind: 'kink', left: null, right: 1 }],
    derivatives: ['where(x > 0, 1, alpha * exp(x))'],
  },
  definition: 'max(x, 0) + alpha * (exp(min(x, 0)) - 1)',
});
