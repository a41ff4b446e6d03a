import { formatOf } from '../../numerics/format';
import type { Forward } from '../op';

const SINGLE = formatOf('float32').round;

/** Rounding of intermediate results inside one op: half precision is computed in single precision and rounded at the end. */
export function intermediate({ format }: Pick<Forward, 'format'>): (x: number) => number {
  return format.name === 'float16' || format.name === 'bfloat16' ? SINGLE : format.round;
}
