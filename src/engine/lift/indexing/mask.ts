import { sizeOf, type Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import { broadcastShapes } from '../../ops/shared/shapes';
import type { Machine } from '../machine';
import { constantElements } from '../values/constant';
import { Unreadable } from '../state/unreadable';
import { tensorOf } from '../values/tensor';
import { tuple, type Value } from '../values/value';

/** A mask at an index, and how many axes come before it. */
export interface MaskIndex {
  readonly mask: Expression;
  readonly before: number;
}

/** `tensor[mask]`: chosen elements in their places, the others replaced by the first chosen one. */
export function compress(machine: Machine, node: Expression, { mask, before }: MaskIndex): Value {
  return tensorOf(machine, selected(machine, node, mask, before));
}

/** `torch.masked_select`: the mask and what it is applied to are spread to one shape. */
export function compressSpread(machine: Machine, node: Expression, mask: Expression): Value {
  const { graph } = machine;
  const isSelection = [node, mask].some((one) => graph.selectionOf(one));
  if (isSelection || node.shape.join() === mask.shape.join()) return compress(machine, node, { mask, before: 0 });
  const shape = graph.watched(
    'mask',
    () => [node, mask],
    {},
    () => broadcastShapes([node.shape, mask.shape]),
  );
  const [wide, chosen] = [node, mask].map((one) =>
    one.shape.join() === shape.join() ? one : graph.apply('broadcast_to', [one], { shape }),
  );
  return compress(machine, wide ?? node, { mask: chosen ?? mask, before: 0 });
}

/** `nonzero(mask)` as a tuple: positions of the truths, one tensor an axis. */
export function positionsOf(machine: Machine, mask: Expression): Value {
  if (mask.kind !== 'bool') return positionsOf(machine, machine.graph.apply('to_bool', [mask]));
  const total = sizeOf(mask.shape);
  return tuple(
    mask.shape.map((size, axis) => {
      const after = sizeOf(mask.shape.slice(axis + 1));
      const values = Array.from({ length: total }, (_, i) => Math.floor(i / after) % size);
      return tensorOf(machine, selected(machine, machine.graph.tensor(values, mask.shape, 'int'), mask, 0));
    }),
  );
}

/** `tensor[mask] = value`. */
export function overwritten(machine: Machine, node: Expression, { mask, before }: MaskIndex, value: Expression): Expression {
  const shape = [...node.shape.slice(0, before).map(() => 1), ...mask.shape, ...node.shape.slice(before + mask.shape.length).map(() => 1)];
  const wide = shape.join() === mask.shape.join() ? mask : machine.graph.apply('reshape', [mask], { shape });
  return machine.graph.apply('where', [wide, replacement(machine, node, { mask, before }, value), node]);
}

/** A number for all chosen places, or what was computed of the same selection. */
function replacement(machine: Machine, node: Expression, { mask, before }: MaskIndex, value: Expression): Expression {
  const selection = machine.graph.selectionOf(value);
  const known = selection ? null : constantElements(flat(machine, mask));
  if (known && value.shape.length === node.shape.length - mask.shape.length + 1)
    return inPlaces(machine, node, { mask, before }, value, known);
  if (!selection) {
    if (value.shape.some((size) => size !== 1)) throw new Unreadable('a masked assignment of an array');
    return value.shape.length > 0 ? machine.graph.apply('reshape', [value], { shape: [] }) : value;
  }
  if (selection.valid !== flat(machine, mask) || selection.axis !== before)
    throw new Unreadable('a masked assignment of another selection');
  return machine.graph.released(value, node.shape);
}

/** What is assigned to known places, each at its place. */
function inPlaces(
  machine: Machine,
  node: Expression,
  { mask, before }: MaskIndex,
  value: Expression,
  known: readonly number[],
): Expression {
  const count = known.filter((one) => one !== 0).length;
  const size = value.shape[before];
  if (count === 0 || (size !== count && size !== 1)) throw new ShapeError('a masked assignment of another number of elements');
  let next = 0;
  const places = known.map((one) => (one !== 0 && size !== 1 ? next++ : 0));
  const spread = machine.graph.apply('take', [value, machine.graph.tensor(places, [places.length], 'int')], { axis: before });
  const rest = node.shape.slice(before + mask.shape.length);
  const wide = machine.graph.apply('broadcast_to', [spread], { shape: [...node.shape.slice(0, before), places.length, ...rest] });
  return machine.graph.apply('reshape', [wide], { shape: node.shape });
}

/** A choice within a choice: both must choose; the elements of the first are all there. */
function narrowed(machine: Machine, node: Expression, mask: Expression, before: number): Expression | null {
  const { graph } = machine;
  const inner = graph.selectionOf(mask);
  const own = graph.selectionOf(node);
  if (!inner && own?.first && !own.within && own.axis === before && mask.shape.length === 1)
    return selected(machine, graph.released(node, node.shape), graph.apply('logical_and', [own.valid, mask]), before);
  if (!inner) return null;
  if (!own || own.valid !== inner.valid || own.axis !== before || mask.shape.length !== 1)
    throw new Unreadable('a mask of one selection on another');
  const both = graph.apply('logical_and', [inner.valid, graph.released(mask, mask.shape)]);
  return selected(machine, graph.released(node, node.shape), both, before);
}

function selected(machine: Machine, node: Expression, mask: Expression, before: number): Expression {
  const within = narrowed(machine, node, mask, before);
  if (within) return within;
  const { graph } = machine;
  if (mask.shape.some((size, axis) => size !== node.shape[before + axis]))
    graph.misfit('mask', [node, mask], {}, 'a mask of another shape than what it is applied to');
  const valid = flat(machine, mask);
  const lead = node.shape.slice(0, before);
  const rest = node.shape.slice(before + mask.shape.length);
  const shape = [...lead, sizeOf(mask.shape), ...rest];
  const line = shape.length === node.shape.length ? node : graph.apply('reshape', [node], { shape });
  const known = constantElements(valid);
  if (known) {
    const places = known.flatMap((one, i) => (one === 0 ? [] : [i]));
    return graph.apply('take', [line, graph.tensor(places, [places.length], 'int')], { axis: before });
  }
  const first = graph.apply('take', [line, graph.apply('argmax', [graph.apply('to_int', [valid])], { axis: 0, keepdims: false })], {
    axis: before,
  });
  const wide = graph.apply('reshape', [valid], { shape: shape.map((size, axis) => (axis === before ? size : 1)) });
  const spread = graph.apply('reshape', [first], { shape: shape.map((size, axis) => (axis === before ? 1 : size)) });
  const chosen = graph.apply('where', [wide, line, spread]);
  machine.trace.use(chosen);
  return graph.mark(chosen, { valid, axis: before });
}

/** The mask along one axis. */
function flat(machine: Machine, mask: Expression): Expression {
  return mask.shape.length === 1 ? mask : machine.graph.apply('reshape', [mask], { shape: [sizeOf(mask.shape)] });
}
