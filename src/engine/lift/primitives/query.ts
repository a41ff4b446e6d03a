import { sizeOf, type Expression } from '../../ir/expression';
import type { Machine } from '../machine';
import { formatOf, type FormatName } from '../../numerics/format';
import { sourceOf } from '../inputs/source';
import { Unreadable } from '../state/unreadable';
import { constantElements } from '../values/constant';
import { iterate } from '../values/iterate';
import { isArray, tensorOf } from '../values/tensor';
import { boolean, extent, float, integer, text, tuple, type Value } from '../values/value';
import type { Bound } from './bound';
import type { Primitive } from './primitive';

/** Sizes as Python numbers; the length of a selection is a number of the graph. */
function sizes(machine: Machine, at: Bound): Value[] {
  const node = measured(machine, at);
  const selection = machine.graph.selectionOf(node);
  return node.shape.map((size, axis) =>
    selection?.axis === axis ? tensorOf(machine, machine.graph.count(selection)) : extent(size, { node, axis }),
  );
}

function measured(machine: Machine, at: Bound): Expression {
  const node = at.node('x');
  machine.inputs.measured.push(node);
  return node;
}

/** A Python number of one element: known, or a scalar without gradient. */
function item(machine: Machine, at: Bound): Value {
  const value = at.value('x');
  if (value.kind === 'number' || value.kind === 'boolean') return value;
  const node = at.node('x');
  const known = constantElements(node);
  if (known?.length === 1 && known[0] !== undefined) return node.kind === 'int' ? integer(known[0]) : float(known[0]);
  if (sizeOf(node.shape) !== 1) throw new Unreadable('.item() of more than one element');
  const cut = machine.apply('stop_gradient', [value]);
  return node.shape.length === 0 ? cut : machine.apply('reshape', [cut], { shape: [] });
}

/** Python numbers in a list, and lists of such: known, or without gradient. */
function listed(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const known = node.shape.length === 1 ? constantElements(node) : null;
  if (known) return listOf(machine, known.map(node.kind === 'int' ? integer : float));
  return listedRows(machine, machine.apply('stop_gradient', [at.value('x')]), node.shape.length);
}

function listedRows(machine: Machine, value: Value, axes: number): Value {
  if (axes === 0) return value;
  return listOf(
    machine,
    iterate(machine, value).map((row) => listedRows(machine, row, axes - 1)),
  );
}

function listOf(machine: Machine, items: readonly Value[]): Value {
  return { kind: 'list', cell: machine.journal.cell<readonly Value[]>(items) };
}

/** `finfo(dtype)`: the limits of a format; the working format where the dtype is the tensor's own. */
function limits(machine: Machine, at: Bound): Value {
  const given = at.value('dtype');
  const double = given.kind === 'library' && given.name === 'builtins.float' && machine.library.framework.id !== 'torch';
  const name = double ? 'float64' : ((at.dtype('dtype') ?? { format: null }).format ?? machine.inputs.format);
  if (double && machine.library.framework.id === 'numpy' && machine.inputs.format !== name)
    throw new Unreadable('a number of float64 among narrower ones');
  const format = formatOf(name as FormatName);
  const entries: [string, Value][] = [
    ['eps', float(format.epsilon)],
    ['tiny', float(format.smallestNormal)],
    ['smallest_normal', float(format.smallestNormal)],
    ['max', float(format.largest)],
    ['min', float(-format.largest)],
    ['resolution', float(10 ** Math.ceil(Math.log10(format.epsilon)))],
    ['dtype', { kind: 'dtype', name }],
  ];
  return {
    kind: 'object',
    model: null,
    library: 'finfo',
    constructed: null,
    attributes: machine.journal.cell<ReadonlyMap<string, Value>>(new Map(entries)),
  };
}

/** `iinfo(dtype)`: the limits of integers of a width that the code spells out. */
function integerLimits(machine: Machine, at: Bound): Value {
  const given = at.value('dtype');
  const [, unsigned, bits] = /(?:^|\.)(u?)int(8|16|32)$/.exec((given.kind === 'dtype' ? given.spelled : undefined) ?? '') ?? [];
  if (bits === undefined) throw new Unreadable('the limits of integers of a width that is not known');
  const [low, high] = unsigned === 'u' ? [0, 2 ** Number(bits) - 1] : [-(2 ** (Number(bits) - 1)), 2 ** (Number(bits) - 1) - 1];
  const entries: [string, Value][] = [
    ['min', integer(low)],
    ['max', integer(high)],
    ['bits', integer(Number(bits))],
  ];
  return {
    kind: 'object',
    model: null,
    library: 'iinfo',
    constructed: null,
    attributes: machine.journal.cell<ReadonlyMap<string, Value>>(new Map(entries)),
  };
}

function dtypeOf(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  machine.inputs.last.typed = node.kind === 'float' ? sourceOf(node) : null;
  const format = node.op === 'cast' ? node.attributes['format'] : null;
  return { kind: 'dtype', name: typeof format === 'string' ? format : node.kind === 'weak' ? 'float' : node.kind };
}

/** Questions about tensors and texts that have plain answers. */
export const QUERIES = {
  shape: (machine, at) => tuple(sizes(machine, at)),
  size: (machine, at) => {
    const all = sizes(machine, at);
    return at.has('axis') ? (all[at.axis('axis', all.length)] ?? integer(1)) : tuple(all);
  },
  numel: (machine, at) => sizes(machine, at).reduce((product, size) => machine.apply('multiply', [product, size]), integer(1)),
  rank: (machine, at) => {
    const node = measured(machine, at);
    return { ...integer(node.shape.length), measures: { node, axis: null } };
  },
  dtype: dtypeOf,
  item,
  tolist: listed,
  is_tensor: (_, at) => boolean(isArray(at.value('x'))),
  is_floating: (_, at) => boolean(at.node('x').kind === 'float'),
  finfo: limits,
  iinfo: integerLimits,
  epsilon: () => float(1e-7),
  floatx: () => text('float32'),
} satisfies Record<string, Primitive>;
