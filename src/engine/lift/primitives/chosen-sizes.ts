import { sizeOf, type Expression } from '../../ir/expression';
import { ShapeError, type Shape } from '../../numerics/signature';
import type { Machine } from '../machine';
import type { Selection } from '../state/selection';
import { Unreadable } from '../state/unreadable';
import { asNumber } from '../values/apply';
import { itemsOf } from '../values/plain';
import type { Value } from '../values/value';

/** Sizes of which one is how many elements were chosen: `zeros(len(x[mask]), 3)`, others at least `least`; null for any others. */
export function chosenSizes(machine: Machine, value: Value, least = 0): { readonly shape: Shape; readonly chosen: Selection } | null {
  const items = itemsOf(value) ?? [value];
  const sizes = (items.length === 1 && items[0] ? itemsOf(items[0]) : null) ?? items;
  const masks = sizes.map((size) => maskCounted(machine, size));
  const axis = masks.findIndex((mask) => mask !== null);
  const valid = masks[axis];
  const shape = sizes.map((size, i) => masks[i]?.shape[0] ?? (asNumber(size)?.integer ? Number(asNumber(size)?.value) : NaN));
  if (!valid || masks.filter((mask) => mask !== null).length > 1 || !shape.every((size) => size >= least)) return null;
  return { shape, chosen: { valid, axis } };
}

/** A tensor as long as a selection, along an axis. */
export function asLongAs({ graph }: Machine, node: Expression, { valid, axis }: Selection): Expression {
  const own = graph.selectionOf(node);
  if (own && (own.valid !== valid || own.axis !== axis)) throw new Unreadable('broadcast_to of two different selections');
  if (own) return node;
  const mask = graph.plain('reshape', [valid], { shape: node.shape.map((size, i) => (i === axis ? size : 1)) });
  return graph.mark(graph.plain('where', [mask, node, node]), { valid, axis });
}

/** A node spread to a shape that is as long as a selection along an axis of one element, or one that has no such axis. */
export function spreadAlong(machine: Machine, node: Expression, wide: Expression, chosen: Selection): Expression {
  const size = node.shape[node.shape.length - (wide.shape.length - chosen.axis)] ?? 1;
  if (size !== 1 && !machine.graph.selectionOf(node)) throw new ShapeError('broadcast_to of a selection and a whole tensor');
  return asLongAs(machine, wide, chosen);
}

/** The places of chosen elements among each other, where a number is how many there are of them: `arange(len(x[mask]))`. */
export function chosenPlaces(machine: Machine, value: Value): Expression | null {
  const valid = maskCounted(machine, value);
  if (!valid) return null;
  const [size = 0] = valid.shape;
  const places = machine.graph.tensor(
    Array.from({ length: size }, (_, i) => i),
    [size],
    'int',
  );
  return machine.graph.mark(machine.graph.plain('where', [valid, places, places]), { valid, axis: 0, within: valid });
}

/** The mask, along one axis, of which a value counts the truths; null for any other value. */
function maskCounted({ graph }: Machine, value: Value): Expression | null {
  let node = value.kind === 'tensor' ? value.cell.value : null;
  while (node && node.shape.length === 0 && SAME.has(node.op)) node = node.args[0] ?? null;
  const [summed] = node?.op === 'sum' && node.shape.length === 0 ? node.args : [];
  const valid = summed?.op === 'to_int' ? summed.args[0] : summed;
  if (valid?.kind !== 'bool' || valid.shape.length === 0 || graph.selectionOf(valid)) return null;
  return valid.shape.length === 1 ? valid : graph.plain('reshape', [valid], { shape: [sizeOf(valid.shape)] });
}

/** What leaves an integer as it is. */
const SAME = new Set(['to_int', 'stop_gradient', 'identity']);
