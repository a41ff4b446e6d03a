import { ShapeError, type Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** A size for each of two axes. */
export function pair<E extends Signature>(k: Kit<E>, name: string): readonly [number, number] {
  const [height = 1, width = height] = k.sizes(name, 2) ?? [];
  return [height, width];
}

/** Where the windows of an axis start, and where the elements of one lie from its start. */
export function places(length: number, kernel: number, stride: number, dilation: number): { starts: number[]; taps: number[] } {
  const last = length - dilation * (kernel - 1);
  if (last < 1 || stride < 1) throw new ShapeError(`windows of ${kernel} in an axis of ${length}`);
  return {
    starts: Array.from({ length: Math.floor((last - 1) / stride) + 1 }, (_, i) => i * stride),
    taps: Array.from({ length: kernel }, (_, i) => i * dilation),
  };
}
