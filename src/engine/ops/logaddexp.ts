import * as ranges from '../numerics/interval';
import type { Op } from './op';
import { binary, type BinaryPull } from './shared/binary';

function logSum(x: number, y: number): number {
  if (x === y) return x + Math.LN2;
  return Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
}

const pull: BinaryPull = (g, x, y, r, { conventions, format: { round } }) => {
  if (conventions.logaddexpSlope === 'quotient') return g / round(1 + round(Math.exp(y - x)));
  return g * round(Math.exp((x === Infinity ? 0 : x) - (r === Infinity ? 0 : r)));
};

/** log(eˣ + eʸ), without overflow. */
export const logaddexp: Op = binary({
  name: 'logaddexp',
  summary: 'Logarithm of the sum of two exponentials, without overflow.',
  kind: 'float',
  value: logSum,
  pulls: [pull, (g, x, y, r, at) => pull(g, y, x, r, at)],
  range: ranges.logaddexp,
  facts: { derivatives: ['1 / (1 + exp(y - x))', '1 / (1 + exp(x - y))'] },
  definition: 'log(exp(x) + exp(y))',
  latex: '\\log\\left(e^{#1} + e^{#2}\\right)',
});
