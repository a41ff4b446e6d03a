import { type Format, formatOf } from '../../numerics/format';
import type { Forward } from '../op';

const SINGLE = formatOf('float32');

/** The format of intermediate results inside one op: half precision is computed in single precision and rounded at the end. */
export function innerFormat(format: Format): Format {
  return format.name === 'float16' || format.name === 'bfloat16' ? SINGLE : format;
}

/** Rounding of intermediate results inside one op. */
export function intermediate({ format }: Pick<Forward, 'format'>): (x: number) => number {
  return innerFormat(format).round;
}
