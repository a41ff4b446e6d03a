import { sizeOf, type Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { applyNodes, asNumber } from '../values/apply';
import { constantElements } from '../values/constant';
import { expressionOf, tensorOf, write } from '../values/tensor';
import type { Value } from '../values/value';
import { compress, compressSpread, positionsOf } from '../indexing/mask';
import { readAdvanced } from '../indexing/advanced';
import { frontAxis, type Bound } from './bound';
import { part, partOf } from './join';
import { expanded } from './shape';
import type { Primitive } from './primitive';

/** A node that holds positions: integers. A parameter used so is taken to hold integers; anything else breaks a rule. */
function positions(machine: Machine, node: Expression): Expression {
  if (node.kind === 'int') return node;
  const { value } = node.attributes;
  if (node.op === 'constant' && node.kind === 'weak' && Number.isInteger(value)) return machine.graph.constant(Number(value), 'int');
  machine.inputs.demandIndex(node);

  throw new ShapeError('an index must hold integers');
}

function condition(machine: Machine, node: Expression): Expression {
  return node.kind === 'bool' ? node : machine.graph.apply('to_bool', [node]);
}

/** What a tensor of integers is filled with is an integer too. */
function filling(machine: Machine, at: Bound): Expression {
  return wholeFor(machine, at.node('x'), at.node('value'));
}

function wholeFor(machine: Machine, { kind }: Expression, filled: Expression): Expression {
  const { value } = filled.attributes;
  const whole = kind === 'int' && filled.op === 'constant' && filled.kind === 'weak' && Number.isInteger(value);
  return whole ? machine.graph.constant(Number(value), 'int') : filled;
}

function chosen(machine: Machine, at: Bound): Value {
  if (!at.has('x') || !at.has('y')) {
    const columns = positionsOf(machine, at.node('condition'));
    return machine.library.framework.id === 'tensorflow' ? asRows(machine, columns) : columns;
  }
  const [x, y] = [beside(machine, at, 'x', 'y'), beside(machine, at, 'y', 'x')];
  return tensorOf(machine, applyNodes(machine, 'where', [condition(machine, at.node('condition')), x, y]));
}

/** One side of a choice: a Python integer beside a tensor of integers is an integer too. */
function beside(machine: Machine, at: Bound, side: string, other: string): Expression {
  const plain = asNumber(at.value(side));
  return plain?.integer && !plain.node && at.node(other).kind === 'int' ? machine.graph.constant(plain.value, 'int') : at.node(side);
}

function clamped(machine: Machine, at: Bound): Value {
  const low = at.has('low') ? at.value('low') : ({ kind: 'number', value: -Infinity, integer: false, node: null } as const);
  const high = at.has('high') ? at.value('high') : ({ kind: 'number', value: Infinity, integer: false, node: null } as const);
  const [x, a, b] = [at.value('x'), low, high].map(asNumber);
  if (x && a && b)
    return {
      kind: 'number',
      value: Math.min(Math.max(x.value, a.value), b.value),
      integer: x.integer && a.integer && b.integer,
      node: null,
    };
  return machine.apply('clip', [at.value('x'), low, high]);
}

function selected(machine: Machine, at: Bound): Value {
  const { shape } = at.node('x');
  const axis = at.axis('axis', shape.length);
  const index = frontAxis(at.integer('index'), shape[axis] ?? 0);
  return partOf(machine, at.value('x'), axis, index, index + 1, true);
}

function gathered(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const index = positions(machine, at.node('index'));
  return tensorOf(machine, applyNodes(machine, 'gather', [node, index], { axis: at.axis('axis', node.shape.length) }));
}

function taken(machine: Machine, at: Bound): Value {
  const whole = at.node('x');
  const node = at.has('axis') ? whole : machine.graph.apply('reshape', [whole], { shape: [whole.shape.reduce((a, b) => a * b, 1)] });
  const index = positions(machine, at.node('index'));
  return tensorOf(machine, applyNodes(machine, 'take', [node, index], { axis: at.has('axis') ? at.axis('axis', node.shape.length) : 0 }));
}

/** `tf.gather`: batch dimensions are index tensors that count along. */
function gatherBatched(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const index = positions(machine, at.node('index'));
  const batch = at.integer('batch_dims');
  const axis = at.has('axis') ? at.axis('axis', node.shape.length) : Math.max(0, batch);
  const front = batch < 0 ? batch + index.shape.length : batch;
  if (front === 0) return tensorOf(machine, applyNodes(machine, 'take', [node, index], { axis }));
  if (axis !== front) return gatherLater(machine, node, index, front, axis);
  const counts = Array.from({ length: front }, (_, i) => counter(machine, index, i));
  return tensorOf(machine, readAdvanced(machine, node, [...counts.map((one) => ({ index: one })), { index }, ...rest(node, front + 1)]));
}

/** `tf.gather` along an axis behind axes that are neither batch nor gathered: that axis is brought forward and its place filled again. */
function gatherLater(machine: Machine, node: Expression, index: Expression, front: number, axis: number): Value {
  const order = node.shape.map((_, i) => i).filter((i) => i !== axis);
  order.splice(front, 0, axis);
  const forward = machine.graph.apply('transpose', [node], { axes: order });
  const counts = Array.from({ length: front }, (_, i) => counter(machine, index, i));
  const taken = readAdvanced(machine, forward, [...counts.map((one) => ({ index: one })), { index }, ...rest(forward, front + 1)]);
  const own = index.shape.map((_, i) => i).slice(front);
  const skipped = Array.from({ length: axis - front }, (_, i) => index.shape.length + i);
  const later = taken.shape.map((_, i) => i).slice(index.shape.length + skipped.length);
  const axes = [...Array.from({ length: front }, (_, i) => i), ...skipped, ...own, ...later];
  return tensorOf(machine, machine.graph.apply('transpose', [taken], { axes }));
}

function gatherNd(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const index = positions(machine, at.node('index'));
  const last = index.shape.length - 1;
  if (at.integer('batch_dims') !== 0) throw new Unreadable('gather_nd with batch_dims');
  const columns = Array.from({ length: index.shape[last] ?? 0 }, (_, i) => {
    const column = part(machine, index, last, i, i + 1);
    return { index: machine.graph.apply('reshape', [column], { shape: index.shape.slice(0, -1) }) };
  });
  return tensorOf(machine, readAdvanced(machine, node, [...columns, ...rest(node, columns.length)]));
}

function rest(node: Expression, from: number): { plain: Value }[] {
  const none: Value = { kind: 'none' };
  return node.shape.slice(from).map(() => ({ plain: { kind: 'slice', start: none, stop: none, step: none } }));
}

/** A tensor of the shape of `like` that counts along one axis. */
function counter(machine: Machine, like: Expression, axis: number): Expression {
  const size = like.shape[axis] ?? 1;
  const line = machine.graph.tensor(
    Array.from({ length: size }, (_, i) => i),
    like.shape.map((_, i) => (i === axis ? size : 1)),
    'int',
  );
  const values = constantElements(line) ?? [];
  const after = like.shape.slice(axis + 1).reduce((product, one) => product * one, 1);
  const total = like.shape.reduce((product, one) => product * one, 1);
  return machine.graph.tensor(
    Array.from({ length: total }, (_, i) => values[Math.floor(i / after) % size] ?? 0),
    like.shape,
    'int',
  );
}

function scattered(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const index = positions(machine, at.node('index'));
  const source = at.node(at.has('source') ? 'source' : 'number');
  const updates =
    source.shape.join() === index.shape.join()
      ? source
      : source.shape.length === 0
        ? expanded(machine, source, index.shape)
        : cropped(machine, source, index);
  const mode = at.text('mode') === 'add' ? 'add' : 'set';
  return tensorOf(
    machine,
    applyNodes(machine, 'scatter', [floating(machine, node, updates), index, updates], { axis: at.axis('axis', node.shape.length), mode }),
  );
}

/** Only the part of the source that the index covers is written. */
function cropped(machine: Machine, source: Expression, index: Expression): Expression {
  return applyNodes(machine, 'slice', [source], { starts: index.shape.map(() => 0), stops: index.shape, steps: index.shape.map(() => 1) });
}

/** An integer tensor that floats are written into would round them; libraries refuse. */
function floating(machine: Machine, node: Expression, updates: Expression): Expression {
  if (node.kind !== 'float' && updates.kind === 'float') throw new ShapeError('floats are written into integers');
  machine.trace.step();
  return node;
}

function indexWritten(machine: Machine, at: Bound, mode: 'set' | 'add', name: string): Value {
  const node = at.node('x');
  const axis = at.axis('axis', node.shape.length);
  const line = positions(machine, at.node('index'));
  const shape = node.shape.map((size, i) => (i === axis ? (line.shape[0] ?? 1) : size));
  const wide = machine.graph.apply('reshape', [line], { shape: shape.map((size, i) => (i === axis ? size : 1)) });
  const index = expanded(machine, wide, shape);
  return tensorOf(machine, applyNodes(machine, 'scatter', [node, index, expanded(machine, at.node(name), shape)], { axis, mode }));
}

/** `tf.tensor_scatter_nd_update`: the last axis of the index holds a position on each of the first axes. */
function tensorScatter(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const index = positions(machine, at.node('index'));
  const depth = index.shape[index.shape.length - 1] ?? 0;
  if (index.shape.length === 0 || depth === 0 || depth > node.shape.length) throw new ShapeError('an index must name axes of the tensor');
  const [front, within] = [node.shape.slice(0, depth), node.shape.slice(depth)];
  const rows = sizeOf(index.shape.slice(0, -1));
  const strides = front.map((_, i) => sizeOf(front.slice(i + 1)));
  const each = machine.graph.apply('reshape', [index], { shape: [rows, depth] });
  const places = strides.map((stride, i) =>
    machine.graph.apply('multiply', [part(machine, each, 1, i, i + 1), machine.graph.tensor([stride], [], 'int')]),
  );
  const place = places.reduce((sum, one) => machine.graph.apply('add', [sum, one]));
  const line = machine.graph.apply('reshape', [place], { shape: [rows, ...within.map(() => 1)] });
  const shape = [rows, ...within];
  const updates = machine.graph.apply('reshape', [at.node('updates')], { shape });
  const flat = machine.graph.apply('reshape', [node], { shape: [sizeOf(front), ...within] });
  const written = applyNodes(machine, 'scatter', [flat, expanded(machine, line, shape), updates], { axis: 0, mode: at.text('mode') });
  return tensorOf(machine, machine.graph.apply('reshape', [written], { shape: node.shape }));
}

/** Rows are not taken to be wider than this. */
const MOST_CLASSES = 1024;

function oneHot(machine: Machine, at: Bound): Value {
  const classes = at.integer('classes') > 0 ? at.integer('classes') : machine.inputs.classes;
  const index = positions(machine, at.node('index'));
  if (classes > 1 && classes <= MOST_CLASSES) machine.inputs.widths.add(classes);
  const on = applyNodes(machine, 'one_hot', [index], { classes });
  const rank = on.shape.length;
  const axis = at.has('axis') ? at.axis('axis', rank) : rank - 1;
  const order = Array.from({ length: rank - 1 }, (_, i) => i);
  order.splice(axis, 0, rank - 1);
  const placed = axis === rank - 1 ? on : applyNodes(machine, 'transpose', [on], { axes: order });
  const [high, low] = [at.number('on_value'), at.number('off_value')];
  const dtype = at.dtype('dtype');
  const plain = high === 1 && low === 0;
  const scaled = plain
    ? placed
    : applyNodes(machine, 'where', [machine.graph.apply('to_bool', [placed]), machine.graph.constant(high), machine.graph.constant(low)]);
  const floats = dtype ? dtype.kind === 'float' : machine.library.framework.id !== 'torch';
  return tensorOf(machine, floats && scaled.kind !== 'float' ? machine.graph.apply('to_float', [scaled]) : scaled);
}

/** Positions as rows of one tensor, or as a tuple of one tensor an axis. */
function nonzero(machine: Machine, at: Bound): Value {
  const columns = positionsOf(machine, at.node('x'));
  return at.has('as_tuple') && at.flag('as_tuple') ? columns : asRows(machine, columns);
}

/** Positions axis by axis as rows of one tensor. */
function asRows(machine: Machine, columns: Value): Value {
  if (columns.kind !== 'tuple') return columns;
  return tensorOf(
    machine,
    machine.graph.apply(
      'stack',
      columns.items.map((item) => expressionOf(machine, item)),
      { axis: 1 },
    ),
  );
}

/** Choosing among elements, and writing some of them. */
export const CHOICES = {
  where: chosen,
  clamp: clamped,
  masked_fill: (machine, at) =>
    tensorOf(machine, applyNodes(machine, 'where', [condition(machine, at.node('mask')), filling(machine, at), at.node('x')])),
  masked_rows: (machine, at) => {
    const mask = condition(machine, at.node('mask'));
    if (mask.shape.length === 0) throw new ShapeError('a mask cannot be a scalar');
    return compress(machine, at.node('x'), { mask, before: 0 });
  },
  masked_select: (machine, at) => compressSpread(machine, at.node('x'), condition(machine, at.node('mask'))),
  nonzero: (machine, at) => nonzero(machine, at),
  select: selected,
  narrow: (machine, at) => {
    const node = at.node('x');
    const start = at.integer('start');
    return partOf(machine, at.value('x'), at.axis('axis', node.shape.length), start, start + at.integer('length'));
  },
  index_select: taken,
  gather: gathered,
  take: taken,
  tf_gather: gatherBatched,
  gather_nd: gatherNd,
  scatter: scattered,
  index_fill: (machine, at) => indexWritten(machine, at, 'set', 'value'),
  index_add: (machine, at) => indexWritten(machine, at, 'add', 'source'),
  tensor_scatter: tensorScatter,
  one_hot: oneHot,
  copy_into: (machine, at) => {
    const target = at.value('x');
    const tensor = target.kind === 'free' ? machine.inputs.tensor(target.path) : target;
    if (tensor.kind !== 'tensor') throw new Unreadable('a write into something that is not a tensor');
    if (at.has('single') && at.node('source').shape.length > 0) throw new ShapeError('a tensor is filled with one number');
    const held = expressionOf(machine, tensor);
    write(machine, tensor, expanded(machine, wholeFor(machine, held, at.node('source')), held.shape));
    return tensor;
  },
  assign: (machine, at) => {
    const target = at.value('x');
    if (target.kind === 'tensor') write(machine, target, at.node('value'));
    return target;
  },
  embedding: (machine, at) =>
    tensorOf(machine, applyNodes(machine, 'take', [at.node('weight'), positions(machine, at.node('index'))], { axis: 0 })),
} satisfies Record<string, Primitive>;
