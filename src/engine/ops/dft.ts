import { type Interval, interval } from '../numerics/interval';
import { type Signature, ShapeError } from '../numerics/signature';
import type { Backward, Forward, Op, Operand } from './op';
import { flagOf, numberOf } from './shared/attributes';
import { transformed } from './shared/fourier';
import { averaged } from './shared/reduction';
import { axisOf } from './shared/shapes';

/** Discrete Fourier transform along one axis of complex numbers, which are pairs in the last axis; not scaled. */
export const dft: Op = {
  name: 'dft',
  summary: 'Discrete Fourier transform along an axis of pairs of real and imaginary parts.',
  operands: ['x'],
  attributes: { axis: 0, inverse: false },
  elementwise: false,
  infer: ([x], attributes) => {
    const { shape, kind } = x as Signature;
    if (shape.length < 2 || shape.at(-1) !== 2) throw new ShapeError('a Fourier transform of something that is no list of pairs');
    axisOf(numberOf(attributes, 'axis', 0), shape.length - 1);
    return { shape, kind: averaged(kind) };
  },
  forward: (at) => along(at, (at.operands[0] as Operand).values, flagOf(at.attributes, 'inverse')),
  backward: (at: Backward) => [along(at, at.gradient, !flagOf(at.attributes, 'inverse'))],
  range: ([x], attributes, [signature]) => reached(x as Interval, signature as Signature, attributes['axis']),
};

function along({ operands, attributes, format }: Forward, values: Float64Array, inverse: boolean): Float64Array {
  const { shape } = operands[0] as Operand;
  const axis = axisOf(numberOf(attributes, 'axis', 0), shape.length - 1);
  const size = shape[axis] ?? 1;
  const step = shape.slice(axis + 1).reduce((product, one) => product * one, 1);
  const result = new Float64Array(values.length);
  const row = new Float64Array(2 * size);
  for (let start = 0; start < values.length; start += size * step) {
    for (let i = start; i < start + step; i += 2) {
      for (let k = 0; k < row.length; k++) row[k] = values[i + (k >> 1) * step + (k & 1)] as number;
      const turned = transformed(row, inverse);
      for (let k = 0; k < row.length; k++) result[i + (k >> 1) * step + (k & 1)] = format.round(turned[k] as number);
    }
  }
  return result;
}

/** Each result is a sum of so many numbers, no part of which counts more than √2 times. */
function reached(x: Interval, { shape }: Signature, axis: unknown): Interval {
  const count = shape[typeof axis === 'number' ? axis : 0] ?? 1;
  const most = Math.max(Math.abs(x.lo), Math.abs(x.hi)) * count * 1.5;
  const bound = Number.isNaN(most) ? Infinity : most;
  return { ...interval(-bound, bound, false, false), nan: x.nan || bound === Infinity };
}
