import type { Signature } from '../../../numerics/signature';
import { Refused } from '../build';
import type { Kit } from '../kit';

/** Means of windows that divide the last axes evenly into so many. */
export function averaged<E extends Signature>(k: Kit<E>, input: E, sizes: readonly number[]): E {
  const from = input.shape.slice(input.shape.length - sizes.length);
  const kernel = sizes.map((size, i) => (from[i] ?? 0) / size);
  if (kernel.length === 0 || !kernel.every(Number.isInteger)) throw new Refused('the windows are not of one size');
  return k.op('avg_pool', [input], { kernel, stride: kernel, padding: kernel.map(() => 0), count_include_pad: true });
}
