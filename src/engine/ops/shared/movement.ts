import { hull, type Interval, point } from '../../numerics/interval';
import type { Attributes, Shape, Signature } from '../../numerics/signature';
import type { Backward, Op, Operand } from '../op';
import { sizeOf } from './shapes';

/** Where a moved element comes from: an offset of the operand, or -1 for the filling. */
type Sources = Int32Array;

/** An op that only moves elements of one operand. */
interface Movement {
  readonly name: string;
  readonly summary: string;
  readonly attributes?: Attributes;
  /** Shape of the result; throws ShapeError. */
  shape(from: Shape, attributes: Attributes): Shape;
  sources(from: Shape, to: Shape, attributes: Attributes): Sources;
  /** Value of the elements that come from nowhere. */
  filling?(attributes: Attributes): number;
  readonly latex?: string;
}

/** The op of a movement: gradients go back to where the elements came from, and add up there. */
export function movement(definition: Movement): Op {
  const { shape, sources, filling, ...rest } = definition;
  return {
    ...rest,
    operands: ['x'],
    elementwise: false,
    infer: ([x], given) => ({ shape: shape((x as Signature).shape, given), kind: (x as Signature).kind }),
    forward: (at) => {
      const { values, shape: from } = at.operands[0] as Operand;
      return pick(values, sources(from, at.shape, at.attributes), at.format.round(filling?.(at.attributes) ?? 0));
    },
    backward: (at) => [putBack(at, sources((at.operands[0] as Operand).shape, at.shape, at.attributes))],
    range: ([x], given) => (filling ? hull(x as Interval, point(filling(given))) : (x as Interval)),
  };
}

/** The elements at these offsets. */
export function pick(values: Float64Array, offsets: Sources, filling: number): Float64Array {
  const result = new Float64Array(offsets.length);
  for (let i = 0; i < result.length; i++) {
    const offset = offsets[i] as number;
    result[i] = offset < 0 ? filling : (values[offset] as number);
  }
  return result;
}

/** Adds each gradient to the element of operand 0 it came from. */
export function putBack(at: Backward, offsets: Sources): Float64Array {
  const sums = new Float64Array(sizeOf((at.operands[0] as Operand).shape));
  for (let i = 0; i < offsets.length; i++) {
    const offset = offsets[i] as number;
    if (offset >= 0) sums[offset] = at.format.round((sums[offset] as number) + (at.gradient[i] as number));
  }
  return sums;
}
