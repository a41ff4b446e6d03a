import * as ranges from '../numerics/interval';
import type { Interval } from '../numerics/interval';
import type { Backward, Op } from './op';
import { elementwise } from './shared/elementwise';

function gate(g: number, share: number, { conventions }: Backward): number {
  return share === 0 && conventions.clipGate === 'selects' ? 0 : g * share;
}

function slopes(x: number, low: number, high: number, { conventions }: Backward): readonly [x: number, low: number, high: number] {
  const own = conventions.clipAtBound;
  return [
    x > low && x < high ? 1 : x === low || x === high ? own : 0,
    low > high || x > low ? 0 : x < low ? 1 : 1 - own,
    low > high || x > high ? 1 : x < high ? 0 : 1 - own,
  ];
}

/** min(max(x, low), high): a bound may be infinite; `high` wins when the bounds cross. */
export const clip: Op = elementwise({
  name: 'clip',
  summary: 'The number, kept between two bounds.',
  operands: ['x', 'low', 'high'],
  value: (x, low, high) => Math.min(Math.max(x, low), high),
  pulls: [
    (g, x, low, high, _r, at) => gate(g, slopes(x, low, high, at)[0], at),
    (g, x, low, high, _r, at) => gate(g, slopes(x, low, high, at)[1], at),
    (g, x, low, high, _r, at) => gate(g, slopes(x, low, high, at)[2], at),
  ],
  range: (operands) => {
    const [x, low, high] = operands as readonly [Interval, Interval, Interval];
    return ranges.minimum(ranges.maximum(x, low), high);
  },
  facts: {
    derivatives: [
      'where(x > low, where(x < high, 1, 0), 0)',
      'where(x < low, where(low < high, 1, 0), 0)',
      'where(max(x, low) > high, 1, 0)',
    ],
  },
  definition: 'min(max(x, low), high)',
  latex: '\\operatorname{clip}\\left(#1, #2, #3\\right)',
});
