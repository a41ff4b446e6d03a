import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { logistic, softplusOf } from './shared/logistic';
import { unary } from './shared/unary';

/** log of the logistic function, without overflow. */
export const logSigmoid: Op = unary({
  name: 'log_sigmoid',
  summary: 'Logarithm of the logistic function, without overflow.',
  value: (x) => -softplusOf(-x),
  pull: (g, x) => g * logistic(-x),
  range: ranges.logSigmoid,
  facts: {
    monotone: [{ low: -Infinity, high: Infinity, is: 'increasing' }],
    curvature: [{ low: -Infinity, high: Infinity, is: 'concave' }],
    derivatives: ['sigmoid(-x)'],
  },
  definition: '-log(1 + exp(-x))',
  latex: '\\log\\sigma\\left(#1\\right)',
});
