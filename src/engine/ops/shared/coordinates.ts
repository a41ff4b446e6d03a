import type { Shape } from '../../numerics/signature';
import { sizeOf, stridesOf } from './shapes';

/** Offset of each element of `to` in `from`, given for each axis the source coordinate of a target coordinate (-1: none). */
export function remapped(from: Shape, to: Shape, coordinate: (axis: number, position: number) => number): Int32Array {
  const strides = stridesOf(from);
  const steps = stridesOf(to);
  return Int32Array.from({ length: sizeOf(to) }, (_, i) => {
    let offset = 0;
    for (let axis = 0; axis < to.length; axis++) {
      const source = coordinate(axis, Math.floor(i / (steps[axis] as number)) % (to[axis] as number));
      if (source < 0) return -1;
      offset += source * (strides[axis] as number);
    }
    return offset;
  });
}
