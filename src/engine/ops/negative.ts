import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { unary } from './shared/unary';

/** -x. */
export const negative: Op = unary({
  name: 'negative',
  summary: 'The number with the other sign.',
  kind: 'promoted',
  value: (x) => -x,
  pull: (g) => -g,
  range: ranges.negative,
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'decreasing' }],
    curvature: [{ low: -Infinity, high: Infinity, is: 'affine' }],
    derivatives: ['-1'],
  },
  latex: '-#1',
});
