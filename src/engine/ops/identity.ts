import type { Op } from './op';
import { unary } from './shared/unary';

/** x. */
export const identity: Op = unary({
  name: 'identity',
  summary: 'The number itself.',
  kind: 'promoted',
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
