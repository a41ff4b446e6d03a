import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** Coefficient of the cubic convolution that torch takes. */
const SHARPNESS = -0.75;

/**
 * The last two axes resized by cubic convolution, as torch does it: positions beyond the edge repeat it.
 * Keys, "Cubic convolution interpolation for digital image processing" (1981).
 */
export function cubic<E extends Signature>(k: Kit<E>, input: E, sizes: readonly number[], corners: boolean): E {
  const [height = 1, width = 1] = input.shape.slice(-2);
  const [tall = height, wide = width] = sizes;
  const rows = k.op('reshape', [k.list(weights(height, tall, corners))], { shape: [tall, height] });
  const columns = k.op('reshape', [k.list(transposed(weights(width, wide, corners), wide, width))], { shape: [width, wide] });
  return k.op('matmul', [k.op('matmul', [rows, input]), columns]);
}

/** For each place of the result the weights of all places that it is made of, row by row. */
function weights(from: number, to: number, corners: boolean): number[] {
  const result = new Array<number>(from * to).fill(0);
  for (let at = 0; at < to; at++) {
    const place = corners ? (to > 1 ? (at * (from - 1)) / (to - 1) : 0) : ((at + 0.5) * from) / to - 0.5;
    const first = Math.floor(place);
    for (let tap = -1; tap <= 2; tap++) {
      const source = Math.min(Math.max(first + tap, 0), from - 1);
      result[at * from + source] = (result[at * from + source] ?? 0) + weight(Math.abs(place - first - tap));
    }
  }
  return result;
}

function weight(distance: number): number {
  if (distance <= 1) return ((SHARPNESS + 2) * distance - (SHARPNESS + 3)) * distance * distance + 1;
  return ((SHARPNESS * distance - 5 * SHARPNESS) * distance + 8 * SHARPNESS) * distance - 4 * SHARPNESS;
}

function transposed(values: readonly number[], rows: number, columns: number): number[] {
  return values.map((_, i) => values[(i % rows) * columns + Math.floor(i / rows)] ?? 0);
}
