import type { Op } from './op';
import { unary } from './shared/unary';

/** The number rounded to the format `format`; what follows is computed in that format. */
export const cast: Op = unary({
  name: 'cast',
  summary: 'The number in another floating-point format.',
  attributes: { format: 'float32' },
  value: (x) => x,
  pull: (g) => g,
  range: (x) => x,
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [{ low: -Infinity, high: Infinity, is: 'affine' }],
    derivatives: ['1'],
  },
  definition: 'x',
  latex: '#1',
});
