import { type Attributes, type Shape, ShapeError } from '../numerics/signature';
import type { Op } from './op';
import { listOf } from './shared/attributes';
import { remapped } from './shared/coordinates';
import { movement } from './shared/movement';
import { axisOf, sizeOf } from './shared/shapes';

interface Plan {
  readonly shifts: readonly number[];
  /** Axes to roll along; null: the flattened tensor. */
  readonly axes: readonly number[] | null;
}

function planOf(from: Shape, attributes: Attributes): Plan {
  const axes = listOf(attributes, 'axis')?.map((axis) => axisOf(axis, from.length)) ?? null;
  const shifts = listOf(attributes, 'shift') ?? [1];
  if (!shifts.every(Number.isInteger)) throw new ShapeError('a shift must be an integer');
  return { shifts, axes };
}

const modulo = (position: number, size: number): number => ((position % size) + size) % size;

/** The elements moved by `shift` along `axis`, coming back at the other end; without an axis in the flattened tensor. */
export const roll: Op = movement({
  name: 'roll',
  summary: 'The elements moved along axes, coming back at the other end.',
  attributes: { shift: 1, axis: null },
  shape: (from, attributes) => {
    planOf(from, attributes);
    return from;
  },
  sources: (from, to, attributes) => {
    const { shifts, axes } = planOf(from, attributes);
    const size = sizeOf(from);
    if (!axes) return Int32Array.from({ length: size }, (_, i) => modulo(i - (shifts[0] ?? 0), size));
    const along = (axis: number): number => axes.reduce((sum, a, i) => (a === axis ? sum + (shifts[i] ?? 0) : sum), 0);
    return remapped(from, to, (axis, position) => modulo(position - along(axis), from[axis] as number));
  },
});
