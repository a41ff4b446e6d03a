import { sizeOf, type Expression } from '../../ir/expression';
import type { Attributes } from '../../numerics/signature';
import { uniform } from './joined-selections';

/** An operation on operands of which some are selections, and the axis along which those are selected. */
export interface Arranging {
  readonly args: readonly Expression[];
  readonly attributes: Attributes;
  /** Axis of the selection of each operand; null for an operand that is none. */
  readonly axes: readonly (number | null)[];
  /** Axis of the first selection. */
  readonly axis: number;
}

/** Operations that work along an axis and keep the shape. */
const ALONG = new Set(['softmax', 'log_softmax', 'normalize', 'cumsum', 'cumprod', 'sort', 'argsort', 'logcumsumexp', 'flip']);

const RULES: Readonly<Record<string, (at: Arranging) => number | null>> = {
  reshape: reshaped,
  transpose: ({ attributes, axis }) => (Array.isArray(attributes['axes']) ? attributes['axes'].indexOf(axis) : null),
  slice: sliced,
  index_update: updated,
  one_hot: ({ axis }) => axis,
  gather: (at) => (at.axes.every((axis) => axis === at.axis) && along(at) !== at.axis ? at.axis : null),
  take: taken,
  argmax: positioned,
  argmin: positioned,
  matmul: ({ args, axes, axis }) => (axes[1] === null && args[0]?.shape.length === 2 && axis === 0 ? 0 : null),
  cosine_similarity: (at) => {
    const same = at.axes.every((axis) => axis === at.axis) && at.args.every(({ shape }) => shape.length === at.args[0]?.shape.length);
    return same ? positioned(at) : null;
  },
  stack: (at) => (at.axes.every((axis) => axis === at.axis) ? at.axis + ((along(at) ?? 0) <= at.axis ? 1 : 0) : null),
  concatenate: (at) => (at.axes.every((axis) => axis === at.axis) && along(at) !== at.axis ? at.axis : null),
  broadcast_to: ({ args, attributes, axis }) => {
    const { shape } = attributes;
    return Array.isArray(shape) && args[0] ? shape.length - (args[0].shape.length - axis) : null;
  },
};

/** Where the selected axis is in the result of an operation that moves elements or works along another axis; null if nowhere. */
export function axisAfter(op: string, at: Arranging): number | null {
  if (ALONG.has(op)) return along(at) !== null && along(at) !== at.axis ? at.axis : null;
  return (Object.hasOwn(RULES, op) ? RULES[op]?.(at) : null) ?? null;
}

function along({ attributes }: Arranging): number | null {
  return typeof attributes['axis'] === 'number' ? attributes['axis'] : null;
}

/** A reshape that leaves the axis whole. */
function reshaped({ args: [node], attributes: { shape }, axis }: Arranging): number | null {
  if (!node || !Array.isArray(shape)) return null;
  const before = sizeOf(node.shape.slice(0, axis));
  const at = shape.findIndex((one, i) => one === node.shape[axis] && sizeOf(shape.slice(0, i).map(Number)) === before);
  return at < 0 ? null : at;
}

function sliced({ args: [node], attributes: { starts, stops, steps }, axis }: Arranging): number | null {
  if (!Array.isArray(starts) || !Array.isArray(stops) || !Array.isArray(steps)) return null;
  return starts[axis] === 0 && stops[axis] === node?.shape[axis] && steps[axis] === 1 ? axis : null;
}

/** A part of a selection that has all that was chosen, replaced by as many elements or by the same for all. */
function updated(at: Arranging): number | null {
  const [node, updates] = at.args;
  if (!node || !updates || at.axes[0] !== at.axis) return null;
  const place = updates.shape.length - (node.shape.length - at.axis);
  return at.axes[1] === place || (at.axes[1] === null && ((updates.shape[place] ?? 1) === 1 || uniform(updates))) ? sliced(at) : null;
}

/** Chosen positions of a whole tensor, or known positions along another axis of a selection. */
function taken(at: Arranging): number | null {
  const [tensor, index] = at.axes;
  const axis = along(at) ?? 0;
  if (typeof index === 'number') return tensor === null ? axis + index : null;
  if (axis === at.axis) return null;
  return at.axis < axis ? at.axis : at.axis - 1 + (at.args[1]?.shape.length ?? 0);
}

/** The position of an extreme along another axis. */
function positioned(at: Arranging): number | null {
  const axis = along(at);
  if (axis === null || axis === at.axis) return null;
  return at.axis - (axis < at.axis && at.attributes['keepdims'] !== true ? 1 : 0);
}
