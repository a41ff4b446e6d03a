import type { Interval } from '../numerics/interval';
import { type Signature, ShapeError } from '../numerics/signature';
import type { Forward, Op, Operand } from './op';
import { requiredList } from './shared/attributes';
import { type Tap, tapsOf } from './shared/resampling';

const taps = ({ operands, shape, attributes }: Forward): readonly (readonly Tap[])[] => tapsOf(operands[0]?.shape ?? [], shape, attributes);

/** Images resized in the last axes to `size`: `nearest`, or `bilinear` (linear in each axis). */
export const interpolate: Op = {
  name: 'interpolate',
  summary: 'Images resized.',
  operands: ['x'],
  attributes: { size: [], mode: 'nearest', align_corners: false },
  elementwise: false,
  infer: ([x], attributes) => {
    const { shape, kind } = x as Signature;
    const size = requiredList(attributes, 'size');
    if (size.length > shape.length) throw new ShapeError('more sizes than axes');
    return { shape: [...shape.slice(0, shape.length - size.length), ...size], kind };
  },
  forward: (at) =>
    Float64Array.from(taps(at), (mixed) =>
      at.format.round(
        mixed.reduce(
          (sum, { offset, weight }) => (weight === 0 ? sum : sum + weight * ((at.operands[0] as Operand).values[offset] as number)),
          0,
        ),
      ),
    ),
  backward: (at) => {
    const sums = new Float64Array(at.operands[0]?.values.length ?? 0);
    taps(at).forEach((mixed, i) => {
      for (const { offset, weight } of mixed)
        sums[offset] = at.format.round((sums[offset] as number) + weight * (at.gradient[i] as number));
    });
    return [sums];
  },
  range: ([x]) => x as Interval,
};
