import type { Op } from './op';
import { unary } from './shared/unary';

/** x, which autograd takes for a constant. Its derivative as a function is 1; the pull-back gives none. */
export const stopGradient: Op = unary({
  name: 'stop_gradient',
  summary: 'The number itself, taken for a constant by autograd.',
  kind: 'promoted',
  value: (x) => x,
  pull: null,
  range: (x) => x,
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [{ low: -Infinity, high: Infinity, is: 'affine' }],
    derivatives: ['1'],
  },
  definition: 'x',
  latex: '#1',
});
