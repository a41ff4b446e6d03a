import type { Shape } from '../../numerics/signature';
import type { Operand } from '../op';
import { remember } from './remember';
import { broadcastOffsets, sizeOf } from './shapes';

/** One operand of an elementwise op, readable at every position of the result. */
export interface Lane {
  readonly values: Float64Array;
  /** Element to read for each position; null when the positions are the operand's own, or it has one element. */
  readonly offsets: Int32Array | null;
  readonly single: boolean;
}

/** The operand as it enters the computation: `round` is for Python numbers and integers that meet a tensor of floats. */
export function laneOf(operand: Operand, shape: Shape, round: ((x: number) => number) | null): Lane {
  const values = round && operand.kind !== 'float' ? rounded(operand.values, round) : operand.values;
  if (values.length === 1) return { values, offsets: null, single: true };
  const aligned = values.length === sizeOf(shape) && operand.shape.length === shape.length;
  return { values, offsets: aligned ? null : offsetsOf(operand.shape, shape), single: false };
}

/** Most constants are what they are in any format: then they are not written anew. */
function rounded(values: Float64Array, round: (x: number) => number): Float64Array {
  for (let i = 0; i < values.length; i++) if (!Object.is(values[i], round(values[i] as number))) return values.map(round);
  return values;
}

const offsetsOf = remember(broadcastOffsets);

/** Element that position `i` of the result reads. */
export function elementAt(lane: Lane, i: number): number {
  if (lane.single) return 0;
  return lane.offsets ? (lane.offsets[i] as number) : i;
}
