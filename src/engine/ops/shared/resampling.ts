import type { Attributes, Shape } from '../../numerics/signature';
import { flagOf, requiredList, textOf } from './attributes';
import { sizeOf, stridesOf } from './shapes';

/** An element that a resized one mixes, and how much of it. */
export interface Tap {
  readonly offset: number;
  readonly weight: number;
}

/** The coordinates that one target coordinate of an axis mixes, with their weights. */
function mix(position: number, from: number, to: number, attributes: Attributes): readonly Tap[] {
  if (textOf(attributes, 'mode', 'nearest') === 'nearest')
    return [{ offset: Math.min(from - 1, Math.floor((position * from) / to)), weight: 1 }];
  const corners = flagOf(attributes, 'align_corners');
  const place = corners ? (to === 1 ? 0 : (position * (from - 1)) / (to - 1)) : Math.max(0, ((position + 0.5) * from) / to - 0.5);
  const low = Math.min(from - 1, Math.floor(place));
  return [
    { offset: low, weight: 1 - (place - low) },
    { offset: Math.min(from - 1, low + 1), weight: place - low },
  ];
}

/** What each element of the result mixes of the operand. */
export function tapsOf(from: Shape, to: Shape, attributes: Attributes): readonly (readonly Tap[])[] {
  const first = to.length - requiredList(attributes, 'size').length;
  const [strides, steps] = [stridesOf(from), stridesOf(to)];
  return Array.from({ length: sizeOf(to) }, (_, i) =>
    to.reduce<readonly Tap[]>(
      (taps, size, axis) => {
        const position = Math.floor(i / (steps[axis] as number)) % size;
        const own = axis < first ? [{ offset: position, weight: 1 }] : mix(position, from[axis] as number, size, attributes);
        return taps.flatMap((tap) =>
          own.map(({ offset, weight }) => ({ offset: tap.offset + offset * (strides[axis] as number), weight: tap.weight * weight })),
        );
      },
      [{ offset: 0, weight: 1 }],
    ),
  );
}
