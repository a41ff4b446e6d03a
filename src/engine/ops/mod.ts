import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { binary } from './shared/binary';

/** x - y ⌊x / y⌋: the remainder with the sign of y. */
export const mod: Op = binary({
  name: 'mod',
  summary: 'Remainder of a division, with the sign of the divisor.',
  value: (x, y) => remainder(x, y),
  pulls: [(g) => g, (g, x, y) => -g * Math.floor(x / y)],
  range: ranges.mod,
  facts: { derivatives: ['1', '-floor(x / y)'] },
  definition: 'x - y * floor(x / y)',
  latex: '#1 \\bmod #2',
});

function remainder(x: number, y: number): number {
  const rest = x % y;
  return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest;
}
