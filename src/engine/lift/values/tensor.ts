import type { Expression } from '../../ir/expression';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import type { TensorValue, Value, View } from './value';

/** The node that a tensor holds now. */
export function read(tensor: TensorValue): Expression {
  return tensor.view ? tensor.view.read(read(tensor.view.base)) : tensor.cell.value;
}

/** Writes a tensor in place; a view writes the tensor it was taken from. */
export function write(machine: Machine, tensor: TensorValue, node: Expression): void {
  if (tensor.view) write(machine, tensor.view.base, tensor.view.write(read(tensor.view.base), node));
  else machine.journal.set(tensor.cell, node);
}

/** A tensor of its own memory. */
export function tensorOf(machine: Machine, node: Expression): TensorValue {
  return { kind: 'tensor', cell: machine.journal.cell(node) };
}

/** A tensor that shares the memory of another. */
export function viewOf(machine: Machine, base: TensorValue, view: Omit<View, 'base'>): TensorValue {
  return { kind: 'tensor', cell: machine.journal.cell(read(base)), view: { base, ...view } };
}

/** The value as a node of the graph; throws Unreadable for what is not a number or an array. */
export function expressionOf(machine: Machine, value: Value): Expression {
  switch (value.kind) {
    case 'tensor':
      return read(value);
    case 'number':
      return value.node ?? (value.counts ? machine.graph.extent(value.value) : machine.graph.constant(value.value));
    case 'boolean':
      return machine.graph.constant(value.value ? 1 : 0, 'bool');
    case 'free':
      return read(machine.inputs.tensor(value.path));
    case 'opaque':
      return materialise(machine, value);
    case 'tuple':
    case 'list':
      return stacked(machine, value.kind === 'list' ? value.cell.value : value.items);
    default:
      throw new Unreadable(`${describe(value)} is used as a number`);
  }
}

/** Whether a value is, or may stand for, an array rather than a plain Python number. */
export function isArray(value: Value): boolean {
  return value.kind === 'tensor' || value.kind === 'free' || value.kind === 'opaque';
}

/** A word for a value, for reasons. */
export function describe(value: Value): string {
  if (value.kind === 'library') return value.name;
  if (value.kind === 'text') return 'a string';
  if (value.kind === 'object') return `an object of ${value.model?.name ?? value.library ?? 'a class'}`;
  if (value.kind === 'none') return 'None';
  return `a ${value.kind}`;
}

/** An unread value needed as a tensor takes the shape of the first tensor it was computed from. */
function materialise(machine: Machine, value: Extract<Value, { kind: 'opaque' }>): Expression {
  if (value.node.value) return value.node.value;
  const node = machine.graph.opaque(value.what, value.inputs, value.inputs[0]?.shape ?? []);
  machine.trace.opaque.set(node, value);
  machine.journal.set(value.node, node);
  return node;
}

function stacked(machine: Machine, items: readonly Value[]): Expression {
  const parts = items.map((item) => expressionOf(machine, item));
  if (parts.length === 0) return machine.graph.tensor([], [0]);
  const known = parts.map((part) => (part.op === 'constant' && part.shape.length === 0 ? part.attributes['value'] : undefined));
  const floating = parts.some((part) => part.kind === 'float' || part.kind === 'weak');
  if (known.every((value) => typeof value === 'number'))
    return machine.graph.tensor(known, [known.length], floating ? 'float' : (parts[0]?.kind ?? 'float'));
  return machine.graph.apply('stack', parts, { axis: 0 });
}
