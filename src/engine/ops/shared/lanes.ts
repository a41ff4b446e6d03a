import { formatOf } from '../../numerics/format';
import type { Shape } from '../../numerics/signature';
import type { Forward, Operand } from '../op';
import { broadcastOffsets, sizeOf } from './shapes';

/** One operand of an elementwise op, readable at every position of the result. */
export interface Lane {
  readonly values: Float64Array;
  /** Element to read for each position; null when the positions are the operand's own, or it has one element. */
  readonly offsets: Int32Array | null;
  readonly single: boolean;
}

/** The operand as it enters the computation: a Python number or an integer that meets a tensor of floats is rounded first. */
export function laneOf(operand: Operand, shape: Shape, at: Forward, meetsFloat: boolean): Lane {
  const values = meetsFloat && operand.kind !== 'float' ? rounded(operand, at) : operand.values;
  if (values.length === 1) return { values, offsets: null, single: true };
  const aligned = values.length === sizeOf(shape) && operand.shape.length === shape.length;
  return { values, offsets: aligned ? null : broadcastOffsets(operand.shape, shape), single: false };
}

const SINGLE = formatOf('float32').round;

function rounded(operand: Operand, { format, conventions }: Forward): Float64Array {
  const isHalf = format.name === 'float16' || format.name === 'bfloat16';
  const wide = isHalf && operand.kind === 'weak' && conventions.scalarsInHalf === 'single';
  return operand.values.map(wide ? SINGLE : format.round);
}

/** Element that position `i` of the result reads. */
export function elementAt(lane: Lane, i: number): number {
  if (lane.single) return 0;
  return lane.offsets ? (lane.offsets[i] as number) : i;
}
