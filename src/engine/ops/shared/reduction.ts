import type { Format } from '../../numerics/format';
import type { Interval } from '../../numerics/interval';
import type { Attributes, Kind, Signature } from '../../numerics/signature';
import type { Conventions } from '../conventions';
import type { Backward, Forward, Op, Operand } from '../op';
import { readGroup, reducedAxes, reducedGroups, reducedShape, writeGroup } from './groups';

/** A reduction over axes, told for one group of numbers. */
export interface Reduction {
  readonly name: string;
  readonly summary: string;
  readonly attributes?: Attributes;
  /** Kind of the result from the operand's. */
  kind(kind: Kind): Kind;
  value(group: Float64Array, at: Forward): number;
  /** Gradients of the group's elements; null: no gradient passes. */
  readonly pull: ((g: number, group: Float64Array, result: number, at: Backward) => ArrayLike<number>) | null;
  /** Range of the result from the elements' range and their number. */
  range(x: Interval, count: number, attributes: Attributes, format?: Format): Interval;
  readonly steep?: (operands: readonly Interval[], attributes: Attributes, conventions: Conventions) => boolean;
  readonly latex?: string;
}

/** The op of a reduction with attributes `axes` (null: all) and `keepdims`. */
export function reduction(definition: Reduction): Op {
  const { kind, value, pull, range, attributes, ...rest } = definition;
  return {
    ...rest,
    operands: ['x'],
    attributes: { axes: null, keepdims: false, ...attributes },
    elementwise: false,
    infer: ([x], given) => ({ shape: reducedShape((x as Signature).shape, given), kind: kind((x as Signature).kind) }),
    forward: (at) => forward(value, at),
    backward: (at) => [pull && backward(pull, at)],
    range: ([x], given, [signature], format) => range(x as Interval, groupSize(signature as Signature, given), given, format),
  };
}

/** Kind of a sum: truth values are counted. */
export function summed(kind: Kind): Kind {
  return kind === 'bool' ? 'int' : kind;
}

/** Kind of a mean: never whole. */
export function averaged(kind: Kind): Kind {
  return kind === 'weak' ? 'weak' : 'float';
}

function groupSize({ shape }: Signature, attributes: Attributes): number {
  return reducedAxes(shape, attributes).reduce((product, axis) => product * (shape[axis] as number), 1);
}

function forward(value: Reduction['value'], at: Forward): Float64Array {
  const { values, shape } = at.operands[0] as Operand;
  const groups = reducedGroups(shape, at.attributes);
  const group = new Float64Array(groups.size);
  const result = new Float64Array(groups.count);
  for (let g = 0; g < groups.count; g++) {
    readGroup(values, groups, g, group);
    result[g] = at.format.round(value(group, at));
  }
  return result;
}

function backward(pull: NonNullable<Reduction['pull']>, at: Backward): Float64Array {
  const { values, shape } = at.operands[0] as Operand;
  const groups = reducedGroups(shape, at.attributes);
  const group = new Float64Array(groups.size);
  const gradient = new Float64Array(values.length);
  for (let g = 0; g < groups.count; g++) {
    readGroup(values, groups, g, group);
    writeGroup(gradient, groups, g, pull(at.gradient[g] as number, group, at.result[g] as number, at));
  }
  return gradient.map(at.format.round);
}
