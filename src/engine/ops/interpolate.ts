import type { Interval } from '../numerics/interval';
import { type Attributes, type Shape, type Signature, ShapeError } from '../numerics/signature';
import type { Forward, Op, Operand } from './op';
import { flagOf, requiredList, textOf } from './shared/attributes';
import { sizeOf, stridesOf } from './shared/shapes';

interface Tap {
  readonly offset: number;
  readonly weight: number;
}

/** The coordinates that one target coordinate of an axis mixes, with their weights. */
function mix(position: number, from: number, to: number, attributes: Attributes): readonly Tap[] {
  if (textOf(attributes, 'mode', 'nearest') === 'nearest') return [{ offset: Math.min(from - 1, Math.floor((position * from) / to)), weight: 1 }];
  const corners = flagOf(attributes, 'align_corners');
  const place = corners ? (to === 1 ? 0 : (position * (from - 1)) / (to - 1)) : Math.max(0, ((position + 0.5) * from) / to - 0.5);
  const low = Math.min(from - 1, Math.floor(place));
  return [{ offset: low, weight: 1 - (place - low) }, { offset: Math.min(from - 1, low + 1), weight: place - low }];
}

/** What each element of the result mixes of the operand. */
function tapsOf(from: Shape, to: Shape, attributes: Attributes): readonly (readonly Tap[])[] {
  const first = to.length - requiredList(attributes, 'size').length;
  const [strides, steps] = [stridesOf(from), stridesOf(to)];
  return Array.from({ length: sizeOf(to) }, (_, i) =>
    to.reduce<readonly Tap[]>(
      (taps, size, axis) => {
        const position = Math.floor(i / (steps[axis] as number)) % size;
        const own = axis < first ? [{ offset: position, weight: 1 }] : mix(position, from[axis] as number, size, attributes);
        return taps.flatMap((tap) => own.map(({ offset, weight }) => ({ offset: tap.offset + offset * (strides[axis] as number), weight: tap.weight * weight })));
      },
      [{ offset: 0, weight: 1 }],
    ),
  );
}

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
  forward: (at) => Float64Array.from(taps(at), (mixed) => at.format.round(mixed.reduce((sum, { offset, weight }) => (weight === 0 ? sum : sum + weight * ((at.operands[0] as Operand).values[offset] as number)), 0))),
  backward: (at) => {
    const sums = new Float64Array(at.operands[0]?.values.length ?? 0);
    taps(at).forEach((mixed, i) => {
      for (const { offset, weight } of mixed) sums[offset] = at.format.round((sums[offset] as number) + weight * (at.gradient[i] as number));
    });
    return [sums];
  },
  range: ([x]) => x as Interval,
};
