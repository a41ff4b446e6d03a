import { ShapeError } from '../numerics/signature';
import type { Op } from './op';
import { requiredList } from './shared/attributes';
import { movement } from './shared/movement';
import { broadcastOffsets, broadcastShapes, printShape } from './shared/shapes';

/** The tensor repeated along axes of one element until it has the shape `shape`. */
export const broadcastTo: Op = movement({
  name: 'broadcast_to',
  summary: 'The tensor repeated to a larger shape.',
  attributes: { shape: [] },
  shape: (from, attributes) => {
    const to = requiredList(attributes, 'shape');
    const joined = broadcastShapes([from, to]);
    if (joined.length !== to.length || joined.some((size, axis) => size !== to[axis])) {
      throw new ShapeError(`${printShape(from)} does not broadcast to ${printShape(to)}`);
    }
    return to;
  },
  sources: (from, to) => broadcastOffsets(from, to),
  latex: '#1',
});
