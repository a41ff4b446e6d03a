import * as ranges from '../numerics/interval';
import type { Forward, Op } from './op';
import { binary } from './shared/binary';

/** Whether one of the numbers is a false truth value that makes the product 0 whatever the other is. */
function isDropped(x: number, y: number, { operands, conventions }: Forward): boolean {
  if (conventions.falseProduct === 'multiplies') return false;
  return (x === 0 && operands[0]?.kind === 'bool') || (y === 0 && operands[1]?.kind === 'bool');
}

/** x · y. */
export const multiply: Op = binary({
  name: 'multiply',
  summary: 'Product of two tensors, element by element.',
  wide: true,
  value: (x, y, at) => (isDropped(x, y, at) ? 0 : x * y),
  pulls: [(g, _x, y) => g * y, (g, x) => g * x],
  range: ranges.multiply,
  facts: { derivatives: ['y', 'x'] },
  latex: '#1 \\cdot #2',
});
