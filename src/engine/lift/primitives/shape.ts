import type { Expression } from '../../ir/expression';
import { sizeOf } from '../../ir/expression';
import { ShapeError, type Shape } from '../../numerics/signature';
import type { Machine } from '../machine';
import { rowsChosen } from '../state/flattened';
import { Unreadable } from '../state/unreadable';
import { applyNodes } from '../values/apply';
import { expressionOf, sharing, tensorOf, viewOf } from '../values/tensor';
import { tuple, type Value } from '../values/value';
import { completed, frontAxis, type Bound } from './bound';
import { chosenSizes, spreadAlong } from './chosen-sizes';
import type { Primitive } from './primitive';

/** The same elements in another shape, sharing memory with the tensor they are of. */
export function reshaped(machine: Machine, value: Value, shape: Shape): Value {
  const node = expressionOf(machine, value);
  if (node.shape.join() === shape.join()) return value.kind === 'free' ? machine.inputs.tensor(value.path) : value;
  const result = applyNodes(machine, 'reshape', [node], { shape });
  if (value.kind !== 'tensor') return tensorOf(machine, result);
  return viewOf(machine, value, {
    read: (base) => machine.trace.quietly(() => applyNodes(machine, 'reshape', [base], { shape })),
    write: (base, part) => machine.graph.apply('reshape', [part], { shape: base.shape }),
  });
}

/** Sizes for a reshape; how many elements were chosen is the size of the selection that is reshaped. */
function sizesFor(machine: Machine, at: Bound): readonly number[] {
  const selection = machine.graph.selectionOf(at.node('x'));
  const known = selection && chosenSizes(machine, at.value('shape'), -1);
  const isSame = known && (known.chosen.valid === selection.valid || rowsChosen(machine.graph, selection.valid) === known.chosen.valid);
  return isSame ? known.shape : at.integers('shape');
}

/** Axes in another order, sharing memory with the tensor they are of. */
function permuted(machine: Machine, value: Value, axes: readonly number[]): Value {
  const node = expressionOf(machine, value);
  if (axes.length !== node.shape.length) throw new ShapeError(`permute of ${node.shape.length} axes by ${axes.length}`);
  const back = axes.map((_, axis) => axes.indexOf(axis));
  return sharing(machine, value, {
    read: (from) => applyNodes(machine, 'transpose', [from], { axes }),
    write: (_, part) => machine.graph.apply('transpose', [part], { axes: back }),
  });
}

/** A node broadcast to a shape; -1 keeps a size. */
export function expanded(machine: Machine, node: Expression, shape: readonly number[]): Expression {
  const lead = shape.length - node.shape.length;
  const full = shape.map((size, i) => (size === -1 ? (node.shape[i - lead] ?? 1) : size));
  return node.shape.join() === full.join() ? node : applyNodes(machine, 'broadcast_to', [node], { shape: full });
}

function exchange(rank: number, a: number, b: number): number[] {
  const axes = Array.from({ length: rank }, (_, i) => i);
  [axes[a], axes[b]] = [b, a];
  return axes;
}

function squeezed(at: Bound, shape: Shape): Shape {
  const axes = at.axes('axis', shape.length);
  return shape.filter((size, axis) => size !== 1 || (axes !== null && !axes.includes(axis)));
}

function unsqueezed(at: Bound, shape: Shape): Shape {
  const wanted = at.integers('axis');
  const rank = shape.length + wanted.length;
  const axes = wanted.map((axis) => frontAxis(axis, rank));
  const rest = [...shape];
  return Array.from({ length: rank }, (_, axis) => (axes.includes(axis) ? 1 : (rest.shift() ?? 1)));
}

function flattened(at: Bound, shape: Shape): Shape {
  if (shape.length === 0) return [1];
  const [start, end] = [at.axis('start', shape.length), at.axis('end', shape.length)];
  return [...shape.slice(0, start), sizeOf(shape.slice(start, end + 1)), ...shape.slice(end + 1)];
}

function moved(at: Bound, rank: number): number[] {
  const sources = at.integers('source').map((axis) => frontAxis(axis, rank));
  const targets = at.integers('destination').map((axis) => frontAxis(axis, rank));
  const rest = Array.from({ length: rank }, (_, i) => i).filter((axis) => !sources.includes(axis));
  return Array.from({ length: rank }, (_, axis) => {
    const from = targets.indexOf(axis);
    return (from >= 0 ? sources[from] : rest.shift()) ?? 0;
  });
}

function tiled(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const known = chosenSizes(machine, at.value('repeats'));
  const repeats = known?.shape ?? at.integers('repeats');
  const rank = Math.max(repeats.length, node.shape.length);
  const padded = [...Array.from({ length: rank - node.shape.length }, () => 1), ...node.shape];
  const full = [...Array.from({ length: rank - repeats.length }, () => 1), ...repeats];
  const wide = reshaped(machine, at.value('x'), padded);
  if (!known && full.every((times) => times === 1)) return wide;
  const tiles = applyNodes(machine, 'tile', [expressionOf(machine, wide)], { repeats: full });
  const chosen = known && { ...known.chosen, axis: known.chosen.axis + full.length - repeats.length };
  return tensorOf(machine, chosen ? spreadAlong(machine, expressionOf(machine, wide), tiles, chosen) : tiles);
}

/** Each element repeated in place: an axis of repeats behind, merged. */
function repeated(machine: Machine, at: Bound): Value {
  const value = at.has('axis') ? at.value('x') : reshaped(machine, at.value('x'), [sizeOf(at.node('x').shape)]);
  const node = expressionOf(machine, value);
  const axis = at.has('axis') ? at.axis('axis', node.shape.length) : 0;
  const [times, ...more] = at.integers('repeats');
  if (times === undefined || more.length > 0) throw new Unreadable('repeats that differ');
  const before = node.shape.slice(0, axis + 1);
  const after = node.shape.slice(axis + 1);
  const wide = machine.graph.apply('reshape', [node], { shape: [...before, 1, ...after] });
  const spread = applyNodes(machine, 'broadcast_to', [wide], { shape: [...before, times, ...after] });
  const shape = [...node.shape.slice(0, axis), (node.shape[axis] ?? 1) * times, ...after];
  return tensorOf(machine, applyNodes(machine, 'reshape', [spread], { shape }));
}

function flipped(machine: Machine, at: Bound): Value {
  const node = at.node('x');
  const axes = at.axes('axes', node.shape.length) ?? node.shape.map((_, axis) => axis);
  return tensorOf(machine, applyNodes(machine, 'flip', [node], { axes }));
}

function rolled(machine: Machine, at: Bound): Value {
  const shifts = at.integers('shift');
  let node = at.node('x');
  const { shape } = node;
  const axes = at.axes('axis', shape.length);
  if (!axes) {
    const line = applyNodes(machine, 'reshape', [node], { shape: [sizeOf(shape)] });
    const turned = applyNodes(machine, 'roll', [line], { shift: shifts[0] ?? 0, axis: 0 });
    return tensorOf(machine, applyNodes(machine, 'reshape', [turned], { shape }));
  }
  axes.forEach((axis, i) => {
    node = applyNodes(machine, 'roll', [node], { shift: shifts[i] ?? shifts[0] ?? 0, axis });
  });
  return tensorOf(machine, node);
}

/** Reshape, transpose, broadcast and their kin. */
export const SHAPES = {
  reshape: (machine, at) => reshaped(machine, at.value('x'), completed(sizesFor(machine, at), sizeOf(at.node('x').shape))),
  reshape_as: (machine, at) => reshaped(machine, at.value('x'), at.node('other').shape),
  flatten: (machine, at) => reshaped(machine, at.value('x'), flattened(at, at.node('x').shape)),
  unflatten: (machine, at) => {
    const { shape } = at.node('x');
    const axis = at.axis('axis', shape.length);
    return reshaped(machine, at.value('x'), [
      ...shape.slice(0, axis),
      ...completed(at.integers('shape'), shape[axis] ?? 1),
      ...shape.slice(axis + 1),
    ]);
  },
  squeeze: (machine, at) => reshaped(machine, at.value('x'), squeezed(at, at.node('x').shape)),
  unsqueeze: (machine, at) => reshaped(machine, at.value('x'), unsqueezed(at, at.node('x').shape)),
  transpose: (machine, at) => {
    const node = at.node('x');
    const rank = node.shape.length;
    const [a, b] = [at.axis('axis0', rank), at.axis('axis1', rank)];
    return a === b ? at.value('x') : permuted(machine, at.value('x'), exchange(rank, a, b));
  },
  permute: (machine, at) => {
    const node = at.node('x');
    const rank = node.shape.length;
    const axes = at.has('axes') ? at.integers('axes').map((axis) => frontAxis(axis, rank)) : [];
    return permuted(machine, at.value('x'), axes.length > 0 || rank === 0 ? axes : node.shape.map((_, i) => rank - 1 - i));
  },
  matrix_transpose: (machine, at) => {
    const node = at.node('x');
    const rank = node.shape.length;
    return rank < 2 ? at.value('x') : permuted(machine, at.value('x'), exchange(rank, rank - 2, rank - 1));
  },
  moveaxis: (machine, at) => permuted(machine, at.value('x'), moved(at, at.node('x').shape.length)),
  expand: (machine, at) => {
    const known = chosenSizes(machine, at.value('shape'), -1);
    const wide = expanded(machine, at.node('x'), known?.shape ?? at.integers('shape'));
    return tensorOf(machine, known ? spreadAlong(machine, at.node('x'), wide, known.chosen) : wide);
  },
  expand_as: (machine, at) => {
    const other = at.node('other');
    const wide = expanded(machine, at.node('x'), other.shape);
    const selection = machine.graph.selectionOf(other);
    return tensorOf(machine, selection ? spreadAlong(machine, at.node('x'), wide, selection) : wide);
  },
  broadcast_tensors: (machine, at) => {
    const nodes = at.items('tensors').map((item) => expressionOf(machine, item));
    const { shape } = nodes.reduce((sum, node) => machine.graph.apply('add', [sum, node]));
    return tuple(nodes.map((node) => tensorOf(machine, expanded(machine, node, shape))));
  },
  atleast: (machine, at) => {
    const { shape } = at.node('x');
    const missing = Math.max(0, at.integer('rank') - shape.length);
    return reshaped(machine, at.value('x'), [...Array.from({ length: missing }, () => 1), ...shape]);
  },
  tile: tiled,
  repeat: repeated,
  flip: flipped,
  roll: rolled,
} satisfies Record<string, Primitive>;
