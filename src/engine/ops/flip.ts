import type { Op } from './op';
import { reducedAxes } from './shared/groups';
import { movement } from './shared/movement';
import { stridesOf, walk } from './shared/shapes';

/** The elements in reverse order along the axes (null: all). */
export const flip: Op = movement({
  name: 'flip',
  summary: 'The elements in reverse order along axes.',
  attributes: { axes: null },
  shape: (from, attributes) => {
    reducedAxes(from, attributes);
    return from;
  },
  sources: (from, to, attributes) => {
    const axes = reducedAxes(from, attributes);
    const strides = stridesOf(from);
    const start = axes.reduce((sum, axis) => sum + (strides[axis] as number) * Math.max(0, (from[axis] as number) - 1), 0);
    return walk(
      to,
      strides.map((stride, axis) => (axes.includes(axis) ? -stride : stride)),
      start,
    );
  },
});
