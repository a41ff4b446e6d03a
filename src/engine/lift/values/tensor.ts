import type { Expression } from '../../ir/expression';
import type { Machine } from '../machine';
import { LIST } from '../inputs/inputs';
import { NothingThere, Raised } from '../state/unreadable';
import { NONE, type ObjectValue, type TensorValue, type Value, type View } from './value';

/** The node that a tensor holds now. */
export function read(tensor: TensorValue): Expression {
  return tensor.view ? tensor.view.read(read(tensor.view.base)) : tensor.cell.value;
}

/** Writes a tensor in place; a view writes the tensor it was taken from. */
export function write(machine: Machine, tensor: TensorValue, node: Expression): void {
  if (tensor.view) {
    const { base, write: written, unnoticed = false } = tensor.view;
    const into = (): void => write(machine, base, written(read(base), node));
    if (unnoticed) machine.trace.quietly(into);
    else into();
  } else {
    const after = kept(machine, tensor.cell.value, node);
    machine.trace.write(tensor.cell, tensor.cell.value, after);
    machine.journal.set(tensor.cell, after);
  }
}

/** An array that the code made of integers or of truth values stays one, whatever is written into it. */
export function kept(machine: Machine, before: Expression, after: Expression): Expression {
  if (!isFractional(after) || (before.kind !== 'int' && before.kind !== 'bool') || !isMade(before)) return after;
  return machine.graph.apply(before.kind === 'int' ? 'to_int' : 'to_bool', [after]);
}

function isFractional({ kind, op, attributes }: Expression): boolean {
  return kind === 'float' || (kind === 'weak' && !(op === 'constant' && Number.isInteger(attributes['value'])));
}

/** Whether a node holds no parameter of the loss, whose kind would be a guess. */
function isMade(node: Expression, seen = new Set<Expression>()): boolean {
  if (seen.has(node)) return true;
  seen.add(node);
  return node.op !== 'parameter' && node.op !== 'opaque' && (MADE.has(node.op) || node.args.every((arg) => isMade(arg, seen)));
}

const MADE = new Set(['to_int', 'to_bool']);

/** A tensor of its own memory. */
export function tensorOf(machine: Machine, node: Expression): TensorValue {
  return { kind: 'tensor', cell: machine.journal.cell(node) };
}

/** A tensor that shares the memory of another. */
export function viewOf(machine: Machine, base: TensorValue, view: Omit<View, 'base'>): TensorValue {
  const shown = machine.trace.frozen > 0 ? (from: Expression): Expression => cut(machine, view.read(from)) : view.read;
  return { kind: 'tensor', cell: machine.journal.cell(read(base)), view: { ...view, base, read: shown } };
}

/** A view taken inside `no_grad` stays without gradient outside. */
function cut(machine: Machine, node: Expression): Expression {
  return node.op === 'stop_gradient' ? node : machine.graph.apply('stop_gradient', [node]);
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
    case 'method':
      if (value.receiver.kind === 'free' && !machine.inputs.isTensor(value.receiver.path))
        return attributeOf(machine, value.receiver, value.name);
      demandList(machine, value);
      throw new NothingThere(`${describe(value)} is used as a number`, value);
    case 'object':
      if (isLearned(value)) return read(leafOf(machine, value));
      throw new NothingThere(`${describe(value)} is used as a number`, value);
    default:
      throw new NothingThere(`${describe(value)} is used as a number`, value);
  }
}

/** What a trainable tensor without a name holds: one that a constructor made is an input of the loss, any other a leaf with the data that it was made of. */
function leafOf(machine: Machine, { attributes }: ObjectValue): TensorValue {
  const before = attributes.value.get('tensor');
  if (before?.kind === 'tensor') return before;
  const data = expressionOf(machine, attributes.value.get('data') ?? NONE);
  const own = attributes.value.get('own');
  const learned = own?.kind === 'boolean' && own.value ? machine.inputs.learned('self.parameter', data) : null;
  const leaf = learned?.kind === 'tensor' ? learned : tensorOf(machine, machine.graph.apply('stop_gradient', [data]));
  machine.journal.set(attributes, new Map(attributes.value).set('tensor', leaf));
  return leaf;
}

/** Whether a value is a trainable tensor that has no name: no part of a module, it shares its data and is a leaf of its own. */
export function isLearned(value: Value): value is ObjectValue {
  return value.kind === 'object' && value.library === LEARNED;
}

/** The library name that marks a trainable tensor before it has a name. */
export const LEARNED = 'lift.parameter';

/**
 * What is taken for a method of an array and used as data is an attribute of an object: the array is an element of a list of
 * objects, where it comes from a parameter.
 */
export function demandList(machine: Machine, { receiver, name }: Extract<Value, { kind: 'method' }>): void {
  if (receiver.kind !== 'tensor' || machine.library.method(name) || machine.library.property(name)) return;
  if (machine.inputs.demand(read(receiver), LIST)) throw new Raised(`an array has no ${name}`);
}

/** What has the name of a method and is computed with is an attribute of a parameter that is an object. */
function attributeOf(machine: Machine, { path }: Extract<Value, { kind: 'free' }>, name: string): Expression {
  machine.inputs.object(path);
  return expressionOf(machine, machine.inputs.open(`${path}.${name}`));
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

/** An unread value needed as a tensor takes the shape that the code wants of it, else that of the first tensor it was computed from. */
function materialise(machine: Machine, value: Extract<Value, { kind: 'opaque' }>): Expression {
  if (value.node.value) return value.node.value;
  const path = `?${machine.trace.opaque.size}`;
  const { plan } = machine.inputs;
  const shape = plan.wantedOf(path) ?? value.inputs[0]?.shape ?? [];
  const node = machine.graph.opaque(value.what, value.inputs, shape, plan.kindOf(path), path);
  machine.trace.opaque.set(node, value);
  machine.journal.set(value.node, node);
  return node;
}

/** A list as an array, as the libraries read one: of integers if all its numbers are, of truth values if all are. */
function stacked(machine: Machine, items: readonly Value[]): Expression {
  const parts = items.map((item) => {
    const node = expressionOf(machine, item);
    return item.kind === 'number' && item.integer && !item.node ? machine.graph.constant(item.value, 'int') : node;
  });
  const [first] = parts;
  if (!first) return machine.graph.tensor([], [0]);
  const known = parts.map(elementsOf);
  const alike = parts.every((part) => part.shape.join() === first.shape.join());
  if (!alike || !known.every((values) => values !== null)) return machine.graph.apply('stack', parts, { axis: 0 });
  const kinds = new Set(parts.map((part) => (part.kind === 'weak' ? 'float' : part.kind)));
  const kind = kinds.has('float') ? 'float' : kinds.has('int') ? 'int' : 'bool';
  return machine.graph.tensor(known.flat(), [parts.length, ...first.shape], kind);
}

/** The elements of a constant, or null. */
function elementsOf(node: Expression): readonly number[] | null {
  const { value, values } = node.attributes;
  if (node.op !== 'constant') return null;
  if (typeof value === 'number') return [value];
  return Array.isArray(values) ? values.map(Number) : null;
}

/** A part of a tensor that shares its memory where the library's arrays can be written; elsewhere a tensor of its own. */
export function sharing(machine: Machine, value: Value, view: Omit<View, 'base'>): Value {
  const base = value.kind === 'free' ? machine.inputs.tensor(value.path) : value;
  const shown = view.read(expressionOf(machine, base));
  if (base.kind !== 'tensor' || !WRITABLE.has(machine.library.framework.id)) return tensorOf(machine, shown);
  return viewOf(machine, base, { ...view, read: (from) => machine.trace.quietly(() => view.read(from)) });
}

const WRITABLE = new Set(['torch', 'numpy', 'python']);

/**
 * Whether a copy of a parameter is one of a dict or an object: it is known to be one, or it was not used as a tensor where
 * the library's tensors are never written, so that nobody copies them.
 */
export function holdsParts(machine: Machine, path: string): boolean {
  if (machine.inputs.isTensor(path)) return false;
  return machine.inputs.isObject(path) || ['jax', 'tensorflow'].includes(machine.library.framework.id);
}
