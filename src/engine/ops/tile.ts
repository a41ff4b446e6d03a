import { ShapeError } from '../numerics/signature';
import type { Op } from './op';
import { requiredList } from './shared/attributes';
import { remapped } from './shared/coordinates';
import { movement } from './shared/movement';

const padded = (list: readonly number[], rank: number): readonly number[] => [
  ...new Array<number>(Math.max(0, rank - list.length)).fill(1),
  ...list,
];

/** The tensor repeated along its axes; missing counts are 1. */
export const tile: Op = movement({
  name: 'tile',
  summary: 'The tensor repeated along its axes.',
  attributes: { repeats: [] },
  shape: (from, attributes) => {
    const repeats = requiredList(attributes, 'repeats');
    if (repeats.some((count) => count < 0)) throw new ShapeError('a negative number of repeats');
    const rank = Math.max(from.length, repeats.length);
    const sizes = padded(from, rank);
    return padded(repeats, rank).map((count, axis) => count * (sizes[axis] as number));
  },
  sources: (from, to) => {
    const sizes = padded(from, to.length);
    return remapped(sizes, to, (axis, position) => position % (sizes[axis] as number));
  },
});
