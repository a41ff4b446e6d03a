import type { Format } from '../../numerics/format';
import type { Interval } from '../../numerics/interval';
import type { Attributes, Kind, Shape, Signature } from '../../numerics/signature';
import type { Conventions } from '../conventions';
import type { Backward, Forward, Op, Operand } from '../op';
import { numberOf } from './attributes';
import { groupsOf, readGroup, writeGroup } from './groups';
import { averaged } from './reduction';
import { remember } from './remember';
import { axisOf } from './shapes';

/** An op that turns each row along one axis into a row, told for one row. */
export interface AlongAxis {
  readonly name: string;
  readonly summary: string;
  readonly attributes?: Attributes;
  /** Kind of the result from the operand's; absent: a float. */
  kind?(kind: Kind): Kind;
  /** Length of the resulting row; absent: as before. */
  length?(length: number, attributes: Attributes): number;
  value(row: Float64Array, at: Forward): ArrayLike<number>;
  /** Gradients of a row's elements from those of the result's; null: no gradient passes. */
  readonly pull: ((g: Float64Array, row: Float64Array, result: Float64Array, at: Backward) => ArrayLike<number>) | null;
  /** Range of the result from the elements' range and the length of a row. */
  range(x: Interval, length: number, attributes: Attributes, format?: Format): Interval;
  readonly steep?: (operands: readonly Interval[], attributes: Attributes, conventions: Conventions) => boolean;
  readonly latex?: string;
}

/** The op of a definition, with the attribute `axis` (the last one when absent). */
export function alongAxis(definition: AlongAxis): Op {
  const { kind = averaged, length = (n: number) => n, value, pull, range, attributes, ...rest } = definition;
  const shapeOf = (shape: Shape, given: Attributes): Shape => {
    const axis = rowAxis(shape, given);
    return shape.map((size, i) => (i === axis ? length(size, given) : size));
  };
  return {
    ...rest,
    operands: ['x'],
    attributes: { axis: -1, ...attributes },
    elementwise: false,
    infer: ([x], given) => ({ shape: shapeOf((x as Signature).shape, given), kind: kind((x as Signature).kind) }),
    forward: (at) => forward(value, at),
    backward: (at) => [pull && backward(pull, at)],
    range: ([x], given, [signature], format) => range(x as Interval, rowLength((signature as Signature).shape, given), given, format),
  };
}

function rowAxis(shape: Shape, attributes: Attributes): number {
  return shape.length === 0 ? 0 : axisOf(numberOf(attributes, 'axis', -1), shape.length);
}

function rowLength(shape: Shape, attributes: Attributes): number {
  return shape[rowAxis(shape, attributes)] ?? 1;
}

const rowsOf = remember((shape: Shape, attributes: Attributes) => groupsOf(shape, shape.length === 0 ? [] : [rowAxis(shape, attributes)]));

function forward(value: AlongAxis['value'], at: Forward): Float64Array {
  const { values, shape } = at.operands[0] as Operand;
  const rows = rowsOf(shape, at.attributes);
  const results = rowsOf(at.shape, at.attributes);
  const row = new Float64Array(rows.size);
  const result = new Float64Array(results.count * results.size);
  for (let g = 0; g < rows.count; g++) {
    readGroup(values, rows, g, row);
    writeGroup(result, results, g, value(row, at));
  }
  return result.map(at.format.round);
}

function backward(pull: NonNullable<AlongAxis['pull']>, at: Backward): Float64Array {
  const { values, shape } = at.operands[0] as Operand;
  const rows = rowsOf(shape, at.attributes);
  const results = rowsOf(at.shape, at.attributes);
  const row = new Float64Array(rows.size);
  const [upstream, result] = [new Float64Array(results.size), new Float64Array(results.size)];
  const gradient = new Float64Array(values.length);
  for (let g = 0; g < rows.count; g++) {
    readGroup(values, rows, g, row);
    readGroup(at.gradient, results, g, upstream);
    readGroup(at.result, results, g, result);
    writeGroup(gradient, rows, g, pull(upstream, row, result, at));
  }
  return gradient.map(at.format.round);
}
