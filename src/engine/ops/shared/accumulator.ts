import { formatOf } from '../../numerics/format';
import type { Forward } from '../op';

const SINGLE = formatOf('float32').round;

type Accumulation = 'halfSums' | 'halfProducts' | 'halfScans';

/** Rounding of partial results: half precision is accumulated in single precision where the framework does so. */
export function accumulator(
  { format, conventions }: Pick<Forward, 'format' | 'conventions'>,
  of: Accumulation = 'halfSums',
): (x: number) => number {
  const half = format.name === 'float16' || format.name === 'bfloat16';
  return half && conventions[of] === 'single' ? SINGLE : format.round;
}

/** So many numbers, and more, are added up in lanes and in pairs by every framework, which loses next to nothing in single precision. */
const LANES = 8;

/** Sum of the numbers in order, each partial sum rounded; of many in single precision, the sum that they have, rounded. */
export function sumOf(values: ArrayLike<number>, at: Pick<Forward, 'format' | 'conventions'>): number {
  const round = accumulator(at);
  const each = at.format.name === 'float32' && values.length >= LANES ? Number : round;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum = each(sum + (values[i] as number));
  return round(sum);
}
