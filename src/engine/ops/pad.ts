import { type Attributes, type Shape, ShapeError } from '../numerics/signature';
import type { Op } from './op';
import { numberOf, textOf } from './shared/attributes';
import { remapped } from './shared/coordinates';
import { movement } from './shared/movement';

function widthsOf(from: Shape, { widths }: Attributes): readonly (readonly [number, number])[] {
  if (!Array.isArray(widths) || widths.length !== from.length) throw new ShapeError('one pair of widths an axis is needed');
  return widths.map((pair: unknown) => {
    const [before, after] = Array.isArray(pair) ? (pair as unknown[]) : [pair, pair];
    if (typeof before !== 'number' || typeof after !== 'number') throw new ShapeError('widths must be numbers');
    return [before, after] as const;
  });
}

/** Coordinate inside the axis that a coordinate beyond it repeats, or -1 for the constant value. */
function beyond(position: number, size: number, mode: string): number {
  if (position >= 0 && position < size) return position;
  if (mode === 'replicate') return position < 0 ? 0 : size - 1;
  if (mode === 'circular') return ((position % size) + size) % size;
  if (mode === 'reflect') return position < 0 ? -position : 2 * (size - 1) - position;
  return -1;
}

/** The tensor with `widths` (before, after) elements added on each axis: `value`, or those that `mode` repeats. */
export const pad: Op = movement({
  name: 'pad',
  summary: 'The tensor with elements added around it.',
  attributes: { widths: [], value: 0, mode: 'constant' },
  shape: (from, attributes) => widthsOf(from, attributes).map(([before, after], axis) => before + (from[axis] as number) + after),
  sources: (from, to, attributes) => {
    const widths = widthsOf(from, attributes);
    const mode = textOf(attributes, 'mode', 'constant');
    return remapped(from, to, (axis, position) => beyond(position - (widths[axis]?.[0] ?? 0), from[axis] as number, mode));
  },
  filling: (attributes) => numberOf(attributes, 'value', 0),
});
