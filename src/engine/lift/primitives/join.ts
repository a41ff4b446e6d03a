import type { Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { Raised, Unreadable } from '../state/unreadable';
import { applyNodes, asNumber } from '../values/apply';
import { itemsOf } from '../values/plain';
import { expressionOf, sharing, tensorOf } from '../values/tensor';
import { tuple, type Value } from '../values/value';
import { expanded, reshaped } from './shape';
import { frontAxis, type Bound } from './bound';
import type { Primitive } from './primitive';

/** The tensors to join; every library raises where there are none. */
function allOf(machine: Machine, at: Bound): Expression[] {
  const nodes = at.items('tensors').map((item) => expressionOf(machine, item));
  if (nodes.length === 0) throw new Raised('no tensors to join');
  return nodes;
}

function nodesOf(machine: Machine, at: Bound): Expression[] {
  const nodes = allOf(machine, at);
  return nodes.filter((node) => node.shape.join() !== '0' || nodes.length === 1);
}

function concatenated(machine: Machine, nodes: readonly Expression[], axis: number): Value {
  const [only] = nodes;
  if (nodes.length === 1 && only) return tensorOf(machine, only);
  return tensorOf(machine, applyNodes(machine, 'concatenate', nodes, { axis: frontAxis(axis, only?.shape.length ?? 0) }));
}

/** One part of a tensor along an axis. */
export function part(machine: Machine, node: Expression, axis: number, start: number, stop: number): Expression {
  const starts = node.shape.map((_, i) => (i === axis ? start : 0));
  const stops = node.shape.map((size, i) => (i === axis ? stop : size));
  return applyNodes(machine, 'slice', [node], { starts, stops, steps: node.shape.map(() => 1) });
}

/** One part of a tensor along an axis, sharing its memory; `squeezed` drops the axis. */
export function partOf(machine: Machine, value: Value, axis: number, start: number, stop: number, squeezed = false): Value {
  return sharing(machine, value, {
    read: (node) => {
      const piece = part(machine, node, axis, start, stop);
      return squeezed ? applyNodes(machine, 'reshape', [piece], { shape: node.shape.filter((_, i) => i !== axis) }) : piece;
    },
    write: (node, written) => {
      const starts = node.shape.map((_, i) => (i === axis ? start : 0));
      const stops = node.shape.map((size, i) => (i === axis ? stop : size));
      const shape = node.shape.map((size, i) => (i === axis ? stop - start : size));
      const updates = squeezed ? machine.graph.apply('reshape', [written], { shape }) : written;
      return machine.graph.apply('index_update', [node, updates], { starts, stops, steps: node.shape.map(() => 1) });
    },
  });
}

function pieces(machine: Machine, value: Value, axis: number, lengths: readonly number[]): Value {
  let start = 0;
  return tuple(
    lengths.map((length) => {
      start += length;
      return partOf(machine, value, axis, start - length, start);
    }),
  );
}

/** Lengths of pieces of one size; the last may be shorter. */
function equalLengths(total: number, length: number): number[] {
  if (length <= 0) throw new ShapeError('pieces without elements');
  return Array.from({ length: Math.ceil(total / length) }, (_, i) => Math.min(length, total - i * length));
}

function sections(at: Bound, total: number): number[] {
  const value = at.value('sections');
  if (asNumber(value)) {
    const count = at.integer('sections');
    if (total % count !== 0) throw new ShapeError(`${total} is not divided by ${count}`);
    return Array.from({ length: count }, () => total / count);
  }
  const listed = at.integers('sections');
  if (!at.has('cuts') || !at.flag('cuts'))
    return listed.map((length) => (length < 0 ? total - listed.filter((one) => one > 0).reduce((sum, one) => sum + one, 0) : length));
  return [...listed, total].map((cut, i) => cut - (i === 0 ? 0 : (listed[i - 1] ?? 0)));
}

/** Sizes that are taken apart, `tf.unstack(tf.shape(x))`, stay numbers. */
function unstacked(machine: Machine, at: Bound): Value {
  const sizes = itemsOf(at.value('x'))?.map(asNumber);
  if (sizes?.every((one) => one?.integer === true && !one.node)) return tuple(sizes.flatMap((one) => (one ? [one] : [])));
  const { shape } = at.node('x');
  const axis = at.axis('axis', shape.length);
  return tuple(Array.from({ length: shape[axis] ?? 0 }, (_, i) => partOf(machine, at.value('x'), axis, i, i + 1, true)));
}

/** torch's `pad` lists pairs from the last axis backwards. */
function padLast(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const flat = at.integers('pad');
  const widths = node.shape.map((_, axis) => {
    const from = 2 * (node.shape.length - 1 - axis);
    return [flat[from] ?? 0, flat[from + 1] ?? 0];
  });
  const axes = node.shape.length - flat.length / 2;
  if (at.text('mode') !== 'constant' && axes !== 1 && axes !== 2) throw new ShapeError('padding takes all axes but the first one or two');
  return padded(machine, at, node, widths);
}

function padAll(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const value = at.value('widths');
  const each = itemsOf(value)?.map((item) =>
    itemsOf(item) ? (itemsOf(item) ?? []).map((one) => asNumber(one)?.value ?? 0) : [asNumber(item)?.value ?? 0],
  );
  const [first] = each ?? [[at.integers('widths')[0] ?? 0]];
  const uniform = !each || each.length === 1 || each.every((pair) => pair.length === 1);
  const pairOf = (axis: number): number[] => {
    const pair = uniform ? (each && each.length > 1 ? each.flat() : (first ?? [0])) : (each[axis] ?? [0]);
    return [pair[0] ?? 0, pair[1] ?? pair[0] ?? 0];
  };
  return padded(
    machine,
    at,
    node,
    node.shape.map((_, axis) => pairOf(axis)),
  );
}

function padded(machine: Machine, at: Bound, node: Expression, widths: readonly (readonly number[])[]): Value {
  const mode = at.text('mode').toLowerCase();
  if (mode !== 'constant') return tensorOf(machine, extended(machine, node, widths, mode));
  return tensorOf(machine, applyNodes(machine, 'pad', [node], { widths, value: at.has('value') ? at.number('value') : 0 }));
}

/** Edges continued by the elements that are there: mirrored, repeated or taken from the other side. */
function extended(machine: Machine, node: Expression, widths: readonly (readonly number[])[], mode: string): Expression {
  const place = Object.hasOwn(EXTENSIONS, mode) ? EXTENSIONS[mode] : undefined;
  if (!place) throw new Unreadable(`padding mode ${mode}`);
  return widths.reduce((inner, [before = 0, after = 0], axis) => {
    const size = node.shape[axis] ?? 0;
    if (before === 0 && after === 0) return inner;
    if (before < 0 || after < 0) throw new Unreadable(`padding mode ${mode} that cuts`);
    if (mode !== 'replicate' && mode !== 'edge' && Math.max(before, after) > size - (mode === 'reflect' ? 1 : 0))
      throw new ShapeError(`padding of ${Math.max(before, after)} in an axis of ${size}`);
    const places = Array.from({ length: before + size + after }, (_, i) => place(i - before, size));
    return applyNodes(machine, 'take', [inner, machine.graph.tensor(places, [places.length], 'int')], { axis });
  }, node);
}

const modulo = (i: number, period: number): number => ((i % period) + period) % period;

/** Where the element at a place outside an axis of a size is taken from. */
const EXTENSIONS: Readonly<Record<string, (i: number, size: number) => number>> = {
  reflect: (i, size) => Math.min(modulo(i, 2 * size - 2), 2 * size - 2 - modulo(i, 2 * size - 2)),
  symmetric: (i, size) => Math.min(modulo(i, 2 * size), 2 * size - 1 - modulo(i, 2 * size)),
  replicate: (i, size) => Math.max(0, Math.min(size - 1, i)),
  edge: (i, size) => Math.max(0, Math.min(size - 1, i)),
  circular: (i, size) => modulo(i, size),
  wrap: (i, size) => modulo(i, size),
};

function grids(machine: Machine, at: Bound): Value {
  const nodes = at.items('tensors').map((item) => expressionOf(machine, item));
  const swap = at.text('indexing') === 'xy' && nodes.length >= 2;
  const place = (i: number): number => (swap && i < 2 ? 1 - i : i);
  const shape: number[] = [];
  nodes.forEach((node, i) => (shape[place(i)] = node.shape[0] ?? 1));
  return tuple(
    nodes.map((node, i) => {
      const line = machine.graph.apply('reshape', [node], { shape: shape.map((size, axis) => (axis === place(i) ? size : 1)) });
      return tensorOf(machine, expanded(machine, line, shape));
    }),
  );
}

function windows(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const axis = at.axis('axis', node.shape.length);
  const [size, step, total] = [at.integer('size'), at.integer('step'), node.shape[axis] ?? 0];
  const count = Math.floor((total - size) / step) + 1;
  if (count < 1) throw new ShapeError(`windows of ${size} in an axis of ${total}`);
  const rows = Array.from({ length: count }, (_, i) => part(machine, node, axis, i * step, i * step + size));
  const stacked = applyNodes(machine, 'stack', rows, { axis });
  const rest = stacked.shape.map((_, i) => i).filter((i) => i !== axis + 1);
  return tensorOf(machine, applyNodes(machine, 'transpose', [stacked], { axes: [...rest, axis + 1] }));
}

/** Joining and taking apart. */
export const JOINS = {
  concatenate: (machine, at) => concatenated(machine, nodesOf(machine, at), at.integer('axis')),
  stack: (machine, at) => {
    const nodes = allOf(machine, at);
    return tensorOf(
      machine,
      applyNodes(machine, 'stack', nodes, { axis: frontAxis(at.integer('axis'), (nodes[0]?.shape.length ?? 0) + 1) }),
    );
  },
  hstack: (machine, at) => {
    const nodes = nodesOf(machine, at);
    return concatenated(machine, nodes, (nodes[0]?.shape.length ?? 1) > 1 ? 1 : 0);
  },
  vstack: (machine, at) => {
    const rows = at.items('tensors').map((item) => {
      const node = expressionOf(machine, item);
      return node.shape.length > 1 ? node : expressionOf(machine, reshaped(machine, item, [1, node.shape[0] ?? 1]));
    });
    return concatenated(machine, rows, 0);
  },
  split: (machine, at) => {
    const node = at.node('x');
    const axis = at.axis('axis', node.shape.length);
    const lengths = at.integers('size');
    return pieces(
      machine,
      at.value('x'),
      axis,
      asNumber(at.value('size')) ? equalLengths(node.shape[axis] ?? 0, lengths[0] ?? 1) : lengths,
    );
  },
  chunk: (machine, at) => {
    const node = at.node('x');
    const axis = at.axis('axis', node.shape.length);
    const total = node.shape[axis] ?? 0;
    return pieces(machine, at.value('x'), axis, equalLengths(total, Math.ceil(total / at.integer('chunks'))));
  },
  sections: (machine, at) => {
    const node = at.node('x');
    const axis = at.axis('axis', node.shape.length);
    return pieces(machine, at.value('x'), axis, sections(at, node.shape[axis] ?? 0));
  },
  unstack: unstacked,
  pad_last: padLast,
  pad: padAll,
  meshgrid: grids,
  unfold: windows,
} satisfies Record<string, Primitive>;
