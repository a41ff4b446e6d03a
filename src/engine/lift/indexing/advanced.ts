import { sizeOf, type Expression } from '../../ir/expression';
import { type Shape, ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { applyNodes, asNumber } from '../values/apply';
import { constantElements } from '../values/constant';
import type { Value } from '../values/value';
import { broadcastShapes } from '../../ops/shared/shapes';
import { basicIndex, readBasic } from './basic';

/** One item of an index: a tensor of integers, or anything else. */
export type AdvancedItem = { readonly index: Expression } | { readonly plain: Value };

/** `tensor[…]` with integer tensors among the items. Throws ShapeError, Unreadable. */
export function readAdvanced(machine: Machine, node: Expression, items: readonly AdvancedItem[]): Expression {
  const plan = planOf(machine, node, items);
  const picked = onePerRow(machine, plan);
  if (picked) return picked;
  const merged = mergedAxes(machine, plan.node, plan.at, plan.index.length);
  return applyNodes(machine, 'take', [merged, flatIndex(machine, plan)], { axis: plan.at });
}

/** `tensor[…] = value`, or `+= value` with repeated positions counted, with integer tensors among the items. Throws ShapeError, Unreadable. */
export function writeAdvanced(
  machine: Machine,
  node: Expression,
  items: readonly AdvancedItem[],
  value: Expression,
  mode: 'set' | 'add' = 'set',
): Expression {
  const plan = planOf(machine, node, items);
  if (plan.node !== node || plan.at !== 0) return writeBehind(machine, node, items, value, mode);
  const byRow = positionsByRow(machine, plan);
  if (byRow) {
    const wide = machine.graph.apply('broadcast_to', [value], { shape: byRow.shape });
    const updates = machine.graph.apply('reshape', [wide], { shape: byRow.columns.shape });
    return applyNodes(machine, 'scatter', [node, byRow.columns, updates], { axis: 1, mode });
  }
  const merged = mergedAxes(machine, node, 0, plan.index.length);
  const flat = flatIndex(machine, plan);
  const rest = merged.shape.slice(1);
  const count = flat.shape.reduce((product, size) => product * size, 1);
  const positions = applyNodes(
    machine,
    'broadcast_to',
    [applyNodes(machine, 'reshape', [flat], { shape: [count, ...rest.map(() => 1)] })],
    { shape: [count, ...rest] },
  );
  const wide = machine.graph.apply('broadcast_to', [value], { shape: [...flat.shape, ...rest] });
  const updates = machine.graph.apply('reshape', [wide], { shape: [count, ...rest] });
  const written = applyNodes(machine, 'scatter', [merged, positions, updates], { axis: 0, mode });
  return machine.graph.apply('reshape', [written], { shape: node.shape });
}

/** A write through index tensors behind whole axes: those come last for as long as it takes. Throws ShapeError, Unreadable. */
function writeBehind(
  machine: Machine,
  node: Expression,
  items: readonly AdvancedItem[],
  value: Expression,
  mode: 'set' | 'add',
): Expression {
  const isWhole = (item: AdvancedItem): boolean =>
    'plain' in item &&
    item.plain.kind === 'slice' &&
    [item.plain.start, item.plain.stop, item.plain.step].every(({ kind }) => kind === 'none');
  const taken = items.flatMap((item, axis) => (isWhole(item) ? [] : [axis]));
  const whole = node.shape.flatMap((_, axis) => (taken.includes(axis) ? [] : [axis]));
  const order = [...taken, ...whole];
  const cuts = taken.some((axis) => !('index' in (items[axis] as AdvancedItem)));
  if (cuts || order.every((axis, at) => axis === at)) throw new Unreadable('an assignment through an index tensor behind other indices');
  const [first = 0] = taken;
  const adjacent = taken.every((axis, i) => axis === first + i);
  const turned = applyNodes(machine, 'transpose', [node], { axes: order });
  const front = adjacent && first > 0 ? indexFirst(machine, node, items, taken, value) : value;
  const written = writeAdvanced(
    machine,
    turned,
    taken.map((axis) => items[axis] as AdvancedItem),
    front,
    mode,
  );
  return machine.graph.apply('transpose', [written], { axes: order.map((_, axis) => order.indexOf(axis)) });
}

/** What is assigned at index tensors behind whole axes, with the axes of those tensors first. */
function indexFirst(
  machine: Machine,
  node: Expression,
  items: readonly AdvancedItem[],
  taken: readonly number[],
  value: Expression,
): Expression {
  const [first = 0] = taken;
  const picked = broadcastShapes(
    taken.flatMap((axis) => ('index' in (items[axis] as AdvancedItem) ? [(items[axis] as { index: Expression }).index.shape] : [])),
  );
  const shape = [...node.shape.slice(0, first), ...picked, ...node.shape.slice(first + taken.length)];
  const places = shape.map((_, axis) => axis);
  const middle = places.slice(first, first + picked.length);
  const wide = machine.graph.apply('broadcast_to', [value], { shape });
  return applyNodes(machine, 'transpose', [wide], { axes: [...middle, ...places.filter((axis) => !middle.includes(axis))] });
}

/** `x[arange(n), y]`: from every row the elements that `y` names there, as one gather; null where the index is another. */
function onePerRow(machine: Machine, plan: Plan): Expression | null {
  const found = positionsByRow(machine, plan);
  const picked = found && applyNodes(machine, 'gather', [plan.node, found.columns], { axis: 1 });
  return picked && applyNodes(machine, 'reshape', [picked], { shape: found.shape });
}

/** For every row of a matrix the columns that an index `[arange(n), y]` names, and the shape of what it selects. */
function positionsByRow(machine: Machine, { node, index }: Plan): { columns: Expression; shape: Shape } | null {
  const [rows, columns, ...more] = index;
  if (!rows || !columns || more.length > 0 || node.shape.length !== 2) return null;
  const shape = broadcastShapes([rows.shape, columns.shape]);
  const [count] = node.shape;
  const each = eachChosen(machine, node, rows) ?? rows;
  if (count === undefined || count === 1 || shape[0] !== count || !namesRows(each, shape.length, count)) return null;
  const wide = machine.graph.apply('broadcast_to', [columns], { shape });
  return { columns: machine.graph.apply('reshape', [wide], { shape: [count, sizeOf(shape) / count] }), shape };
}

/** All places of a selection, where positions are those of every chosen element of it: `arange(len(x))`. */
function eachChosen({ graph }: Machine, node: Expression, rows: Expression): Expression | null {
  const [own, named] = [graph.selectionOf(node), graph.selectionOf(rows)];
  const [, places, same] = rows.args;
  return named?.within && own?.valid === named.within && own.axis === 0 && rows.op === 'where' && places === same ? (places ?? null) : null;
}

/** Whether positions are 0, 1, …, one for each row, the same along whatever axes follow. */
function namesRows(rows: Expression, rank: number, count: number): boolean {
  const values = constantElements(rows);
  const first = rows.shape.length === rank ? rows.shape[0] : undefined;
  return first === count && values?.length === count && values.every((value, i) => value === i);
}

interface Plan {
  readonly node: Expression;
  /** First of the axes that index tensors take. */
  readonly at: number;
  readonly index: readonly Expression[];
  readonly sizes: readonly number[];
}

/** Integers next to index tensors are index tensors too; the axes that they take must be neighbours, or come first. */
function planOf(machine: Machine, node: Expression, items: readonly AdvancedItem[]): Plan {
  if (items.some((item) => 'plain' in item && item.plain.kind === 'none')) throw new Unreadable('None next to an index tensor');
  const slices: Value[] = items.map((item) => ('plain' in item && item.plain.kind === 'slice' ? item.plain : WHOLE));
  const part = readBasic(machine, node, basicIndex(slices, node.shape));
  const axes = items.flatMap((item, axis) => ('index' in item || item.plain.kind !== 'slice' ? [axis] : []));
  const index = axes.map((axis) => indexNode(machine, items[axis], part.shape[axis] ?? 1));
  const [first = 0] = axes;
  const adjacent = axes.every((axis, i) => axis === first + i);
  const others = part.shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const moved = adjacent ? part : applyNodes(machine, 'transpose', [part], { axes: [...axes, ...others] });
  const sizes = axes.map((axis) => part.shape[axis] ?? 1);
  index.forEach((one, i) => checkBounds(one, sizes[i] as number));
  return { node: moved, at: adjacent ? first : 0, index, sizes };
}

/** Known positions must exist; the furthest behind the end is named. Throws ShapeError. */
function checkBounds(index: Expression, size: number): void {
  const outside = constantElements(index)?.filter((position) => position < 0 || position >= size) ?? [];
  if (outside.length > 0) throw new ShapeError(`index ${Math.max(...outside)} is out of range for size ${size}`);
}

const NONE: Value = { kind: 'none' };
const WHOLE: Value = { kind: 'slice', start: NONE, stop: NONE, step: NONE };

function indexNode(machine: Machine, item: AdvancedItem | undefined, size: number): Expression {
  if (item && 'index' in item) return nonNegative(machine, item.index, size);
  const number = item ? asNumber(item.plain) : null;
  if (!number) throw new Unreadable('an index that is neither a number nor a tensor');
  return machine.graph.constant(number.value < 0 ? number.value + size : number.value, 'int');
}

/** Known negative positions count from the end; an index tensor of the loss is taken to count from the front. */
function nonNegative(machine: Machine, index: Expression, size: number): Expression {
  const known = constantElements(index);
  if (!known?.some((position) => position < 0)) return index;
  return machine.graph.tensor(
    known.map((position) => (position < 0 ? position + size : position)),
    index.shape,
    'int',
  );
}

function mergedAxes(machine: Machine, node: Expression, at: number, count: number): Expression {
  if (count === 1) return node;
  const merged = node.shape.slice(at, at + count).reduce((product, size) => product * size, 1);
  return applyNodes(machine, 'reshape', [node], { shape: [...node.shape.slice(0, at), merged, ...node.shape.slice(at + count)] });
}

function flatIndex(machine: Machine, { index, sizes }: Plan): Expression {
  const [first, ...rest] = index;
  if (!first) throw new Unreadable('an index without tensors');
  if (rest.length === 0) return first;
  const front = (position: Expression, axis: number): Expression => fromFront(machine, position, sizes[axis] ?? 1);
  return rest.reduce(
    (flat, next, i) => {
      const scaled = machine.graph.apply('multiply', [flat, machine.graph.constant(sizes[i + 1] ?? 1, 'int')]);
      return folded(machine, machine.graph.apply('add', [scaled, front(next, i + 1)]));
    },
    front(first, 0),
  );
}

/** Computed positions that may be negative count from the end. */
function fromFront(machine: Machine, index: Expression, size: number): Expression {
  if (!isDifference(index) || elementsOf(index)?.every((position) => position >= 0)) return index;
  const end = machine.graph.apply('add', [index, machine.graph.constant(size, 'int')]);
  return machine.graph.apply('where', [machine.graph.apply('less', [index, machine.graph.constant(0, 'int')]), end, index]);
}

function isDifference(node: Expression): boolean {
  return node.op === 'subtract' || node.op === 'negative' || node.args.some(isDifference);
}

/** Positions that are all known become one constant. */
function folded(machine: Machine, node: Expression): Expression {
  const values = elementsOf(node);
  return values ? machine.graph.tensor(values, node.shape, 'int') : node;
}

function elementsOf(node: Expression, depth = 0): number[] | null {
  if (depth > 6) return null;
  if (node.op !== 'add' && node.op !== 'multiply') return constantElements(node)?.slice() ?? null;
  const [a, b] = node.args.map((arg) => elementsOf(arg, depth + 1));
  if (!a || !b || (a.length !== b.length && a.length !== 1 && b.length !== 1)) return null;
  const count = Math.max(a.length, b.length);
  if (count !== sizeOf(node.shape)) return null;
  return Array.from({ length: count }, (_, i) => {
    const [x, y] = [a[i % a.length] ?? 0, b[i % b.length] ?? 0];
    return node.op === 'add' ? x + y : x * y;
  });
}
