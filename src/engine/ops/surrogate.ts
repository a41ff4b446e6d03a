import type { Interval } from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';

/** The value of the first operand with the gradient of the second: a kernel whose backward is not the derivative of its forward. */
export const surrogate: Op = binary({
  name: 'surrogate',
  summary: 'The first operand, differentiated as if it were the second.',
  value: (x) => x,
  pulls: [null, (g) => g],
  range: (x: Interval) => x,
  facts: { derivatives: ['1', null] },
  definition: 'x',
  latex: '#1',
});
