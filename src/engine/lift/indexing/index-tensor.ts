import { ShapeError } from '../../numerics/signature';
import { sizeOf, type Expression } from '../../ir/expression';
import { ARRAY, LIST } from '../inputs/inputs';
import type { Machine } from '../machine';
import type { Selection } from '../state/selection';
import { Raised, Unreadable } from '../state/unreadable';
import { asNumber } from '../values/apply';
import { constantElements } from '../values/constant';
import { itemsOf } from '../values/plain';
import { expressionOf, tensorOf, viewOf, kept, write } from '../values/tensor';
import { NONE, type TensorValue, type Value } from '../values/value';
import { readAdvanced, writeAdvanced, type AdvancedItem } from './advanced';
import { basicIndex, consumed, readBasic, wholeAxes, writeBasic, type BasicIndex } from './basic';
import { cutOf, readCut, writeCut, type Cut } from './chosen-first';
import { compress, overwritten, positionsOf, type MaskIndex } from './mask';

/** `tensor[at]` for integers, slices, None, `...`, integer tensors and boolean masks. */
export function indexTensor(machine: Machine, value: Value, at: Value): Value {
  const node = expressionOf(machine, value);
  if (at.kind === 'text') refuseText(machine, node);
  const items = fill(machine, indexItems(at), node);
  if (items.some((item) => isMask(machine, item))) return maskedPart(machine, node, items);
  const cut = cutAlong(machine, node, items);
  if (cut) return tensorOf(machine, readCut(machine, node, cut.selection, cut));
  const open = items.findIndex((item, i) => boundsOf(machine, item) !== null || cutsChosen(machine, node, items, i));
  if (open >= 0 && !items.some((item) => isTensorIndex(item))) return firstOnes(machine, node, items, open);
  if (!items.some((item) => isTensorIndex(item))) {
    const index = resolved(machine, node, items);
    const base = value.kind === 'free' ? machine.inputs.tensor(value.path) : value;
    if (base.kind !== 'tensor') return tensorOf(machine, readBasic(machine, node, index));
    readBasic(machine, node, index);
    return viewOf(machine, base, {
      read: (from) => machine.trace.quietly(() => readBasic(machine, from, index)),
      write: (from, part) => writeBasic(machine, from, index, part),
    });
  }
  const advanced = advancedItems(machine, items);
  const base = advanced.every(isOne) && value.kind === 'free' ? machine.inputs.tensor(value.path) : value;
  if (base.kind !== 'tensor' || !advanced.every(isOne)) return tensorOf(machine, readAdvanced(machine, node, advanced));
  return viewOf(machine, base, {
    read: (from) => machine.trace.quietly(() => readAdvanced(machine, from, advanced)),
    write: (from, part) => writeAdvanced(machine, from, advanced, part),
  });
}

/** Whether an item of an index is one position or none: what such items select shares the memory of what it is selected from. */
function isOne(item: AdvancedItem): boolean {
  return 'plain' in item || item.index.shape.length === 0;
}

/** The items of an index against the shape of a node. */
function resolved(machine: Machine, node: Expression, items: readonly Value[]): BasicIndex {
  return machine.graph.watched(
    'index',
    () => [node],
    {},
    () => basicIndex(items, node.shape),
  );
}

/** The bounds of a slice of which one is a whole number of the graph; null for any other item. */
function boundsOf(machine: Machine, item: Value, known = false): readonly (Expression | null)[] | null {
  if (item.kind !== 'slice' || item.step.kind !== 'none') return null;
  [item.start, item.stop].forEach((bound) => demandSingle(machine, bound));
  const bounds = [item.start, item.stop].map((bound) => (bound.kind === 'none' ? null : wholeNumber(machine, bound)));
  const unread = bounds.some((bound, i) => bound === null && (i === 0 ? item.start : item.stop).kind !== 'none');
  return unread || !bounds.some((bound) => bound !== null && (known || constantElements(bound) === null)) ? null : bounds;
}

/** A bound is one number: several whole ones have an axis too many. */
function demandSingle(machine: Machine, bound: Value): void {
  const node = bound.kind === 'tensor' ? expressionOf(machine, bound) : null;
  if (node?.kind !== 'int' || sizeOf(node.shape) === 1) return;
  machine.graph.misfit('index', [node], { used: 0 }, 'only integer tensors of a single element can be converted to an index');
}

/** Whether an item cuts elements that were chosen and come first: their places say which are left. */
function cutsChosen(machine: Machine, node: Expression, items: readonly Value[], at: number): boolean {
  const selection = machine.graph.selectionOf(node);
  const axis = items.slice(0, at).filter((item) => item.kind !== 'none').length;
  const item = items[at];
  return (
    selection?.first === true &&
    !selection.within &&
    selection.axis === axis &&
    item !== undefined &&
    boundsOf(machine, item, true) !== null
  );
}

/** The cut of an index that takes all other axes whole. */
function cutAlong(machine: Machine, node: Expression, items: readonly Value[]): (Cut & { selection: Selection }) | null {
  const selection = machine.graph.selectionOf(node);
  const cut = selection && cutOf(machine, selection, items[selection.axis]);
  return cut && items.every((item, axis) => axis === selection.axis || isWhole(item)) ? { ...cut, selection } : null;
}

function isWhole(item: Value): boolean {
  return item.kind === 'slice' && [item.start, item.stop, item.step].every(({ kind }) => kind === 'none');
}

function wholeNumber(machine: Machine, value: Value): Expression | null {
  const number = asNumber(value);
  if (number) return number.integer ? machine.graph.constant(number.value, 'int') : null;
  const node = value.kind === 'tensor' ? expressionOf(machine, value) : null;
  if (node?.kind !== 'int' || sizeOf(node.shape) !== 1) return null;
  return node.shape.length === 0 ? node : machine.graph.apply('reshape', [node], { shape: [] });
}

/** `x[:k]` with a bound of the graph: as many elements as it says. */
function firstOnes(machine: Machine, node: Expression, items: readonly Value[], at: number): Value {
  const [start, stop] = boundsOf(machine, items[at] ?? NONE, true) ?? [];
  const whole = basicIndex(items.with(at, { kind: 'slice', start: NONE, stop: NONE, step: NONE }), node.shape);
  const before = items.slice(0, at).filter((item) => item.kind === 'slice' || item.kind === 'none').length;
  const size = whole.shape[before] ?? 1;
  const read = readBasic(machine, node, whole);
  const selection = machine.graph.selectionOf(read);
  const length = selection?.axis === before ? machine.graph.count(selection) : null;
  return compress(machine, read, { mask: between(machine, size, start ?? null, stop ?? null, length), before });
}

/** `x[:k] = value` with a bound of the graph: the places that it says, which must get one number. */
function firstOnesWrite(machine: Machine, node: Expression, items: readonly Value[], at: number, value: Expression): Expression {
  const [start, stop] = boundsOf(machine, items[at] ?? NONE) ?? [];
  const whole = basicIndex(items.with(at, { kind: 'slice', start: NONE, stop: NONE, step: NONE }), node.shape);
  const before = items.slice(0, at).filter((item) => item.kind === 'slice' || item.kind === 'none').length;
  const mask = between(machine, whole.shape[before] ?? 1, start ?? null, stop ?? null);
  return writeBasic(machine, node, whole, overwritten(machine, readBasic(machine, node, whole), { mask, before }, value));
}

/** Positions along an axis from one bound up to another; negative bounds count from the end, which is at `length` where not all count. */
export function between(
  machine: Machine,
  size: number,
  start: Expression | null,
  stop: Expression | null,
  length: Expression | null = null,
): Expression {
  const { graph } = machine;
  const places = graph.tensor(
    Array.from({ length: size }, (_, i) => i),
    [size],
    'int',
  );
  const front = (bound: Expression): Expression =>
    graph.apply('where', [
      graph.apply('less', [bound, graph.constant(0, 'int')]),
      graph.apply('add', [bound, length ?? graph.constant(size, 'int')]),
      bound,
    ]);
  const after = start && graph.apply('greater_equal', [places, front(start)]);
  const until = stop && graph.apply('less', [places, front(stop)]);
  if (after && until) return graph.apply('logical_and', [after, until]);
  return after ?? until ?? graph.apply('equal', [places, places]);
}

/** What is indexed with a string is one of a list of dicts, where it comes from a parameter. */
function refuseText(machine: Machine, node: Expression): never {
  if (machine.inputs.demand(node, LIST)) throw new Raised('a tensor indexed with a string');
  throw new Unreadable('a tensor indexed with a string');
}

/** Adds to `tensor[at]`; positions that come twice count twice. */
export function addIndex(machine: Machine, target: TensorValue, at: Value, value: Value): void {
  const node = expressionOf(machine, target);
  const items = fill(machine, indexItems(at), node);
  const advanced = items.some((item) => isTensorIndex(item)) && !items.some((item) => isMask(machine, item));
  if (!advanced) return writeIndex(machine, target, at, machine.apply('add', [indexTensor(machine, target, at), value]));
  write(machine, target, writeAdvanced(machine, node, advancedItems(machine, items), expressionOf(machine, value), 'add'));
}

/** `tensor[at] = value`. */
export function writeIndex(machine: Machine, target: TensorValue, at: Value, value: Value): void {
  const node = expressionOf(machine, target);
  if (at.kind === 'text') refuseText(machine, node);
  const items = fill(machine, indexItems(at), node);
  const given = node.kind === 'int' ? (wholeNumber(machine, value) ?? expressionOf(machine, value)) : expressionOf(machine, value);
  const assigned = kept(machine, node, given);
  if (items.some((item) => isMask(machine, item))) return write(machine, target, maskedWrite(machine, node, items, assigned));
  if (isSlot(machine, node, items, assigned) && machine.inputs.demand(node, LIST)) throw new Raised('a place of a list');
  const cut = cutAlong(machine, node, items);
  if (cut) return write(machine, target, writeCut(machine, node, cut.selection, cut, assigned));
  const open = items.findIndex((item) => boundsOf(machine, item) !== null);
  if (open >= 0 && !items.some((item) => isTensorIndex(item)))
    return write(machine, target, firstOnesWrite(machine, node, items, open, assigned));
  if (!items.some((item) => isTensorIndex(item)))
    return write(machine, target, writeBasic(machine, node, resolved(machine, node, items), assigned));
  if (node.kind === 'int' && given.kind === 'float' && machine.library.framework.id === 'torch') machine.inputs.demandIndex(given);
  write(machine, target, writeAdvanced(machine, node, advancedItems(machine, items), assigned));
}

/** Whether what is assigned to one place of a parameter is as long as data says, so that the parameter is a list. */
function isSlot({ graph }: Machine, node: Expression, [item, ...more]: readonly Value[], assigned: Expression): boolean {
  const alone = item !== undefined && asNumber(item) !== null && more.every(isWhole);
  return alone && node.op === 'parameter' && graph.selectionOf(assigned) !== null;
}

function indexItems(at: Value): readonly Value[] {
  if (at.kind === 'list' && at.cell.value.some((item) => item.kind === 'slice' || item.kind === 'ellipsis' || item.kind === 'none'))
    return at.cell.value;
  return at.kind === 'tuple' ? at.items : [at];
}

/** Puts whole axes where `...` stands, or at the end. */
function fill(machine: Machine, items: readonly Value[], node: Expression): readonly Value[] {
  const rank = node.shape.length;
  const used = items.reduce((count, item) => count + (item.kind === 'ellipsis' ? 0 : axesOf(machine, item)), 0);
  if (used > rank && rank === 0) machine.inputs.demand(node, ARRAY);
  if (used > rank) machine.graph.misfit('index', [node], { used }, `too many indices for a tensor with ${rank} axes`);
  const at = items.findIndex((item) => item.kind === 'ellipsis');
  const rest = wholeAxes(rank - used);
  return at < 0 ? [...items, ...rest] : [...items.slice(0, at), ...rest, ...items.slice(at + 1)];
}

function axesOf(machine: Machine, item: Value): number {
  return isMask(machine, item) ? expressionOf(machine, item).shape.length : consumed([item]);
}

function isMask(machine: Machine, item: Value): boolean {
  if (item.kind === 'boolean') throw new Unreadable('a known truth value as index');
  return isTensorIndex(item) && expressionOf(machine, item).kind === 'bool';
}

function isTensorIndex(item: Value): boolean {
  if (item.kind === 'opaque') throw new Unreadable(`the index ${item.what} was not read`);
  if (item.kind === 'tensor' || item.kind === 'free') return true;
  return itemsOf(item) !== null && item.kind !== 'slice';
}

/** The items of an index; every parameter among them is first taken to hold integers, as what the others are made after may be one. */
function advancedItems(machine: Machine, items: readonly Value[]): AdvancedItem[] {
  for (const item of items) {
    const node = isTensorIndex(item) ? expressionOf(machine, item) : null;
    if (node && node.kind !== 'int') machine.inputs.demandIndex(node);
  }
  return items.map((item) => advancedItem(machine, item));
}

/** An index tensor must be of integers; a parameter used as one is taken to hold integers. */
function advancedItem(machine: Machine, item: Value): AdvancedItem {
  if (!isTensorIndex(item)) return { plain: item };
  const node = expressionOf(machine, item);
  if (node.kind === 'int') return { index: node };
  machine.inputs.demandIndex(node);

  throw new ShapeError('an index must hold integers');
}

/** `tensor[…, mask, …]`: what the other items select, then the mask; index tensors beside a mask meet the positions of its truths. */
function maskedPart(machine: Machine, node: Expression, items: readonly Value[]): Value {
  const plan = maskPlan(machine, node, items);
  if (plan) return compress(machine, readBasic(machine, node, plan.rest), plan.at);
  return tensorOf(machine, readAdvanced(machine, node, byPosition(machine, items)));
}

function maskedWrite(machine: Machine, node: Expression, items: readonly Value[], value: Expression): Expression {
  const plan = maskPlan(machine, node, items);
  if (!plan) return writeAdvanced(machine, node, byPosition(machine, items), value);
  return writeBasic(machine, node, plan.rest, overwritten(machine, readBasic(machine, node, plan.rest), plan.at, value));
}

/** The one mask of an index among integers, slices and new axes; null where an index tensor is beside it. */
function maskPlan(machine: Machine, node: Expression, items: readonly Value[]): { at: MaskIndex; rest: BasicIndex } | null {
  const at = items.findIndex((item) => isMask(machine, item));
  const others = items.filter((_, i) => i !== at);
  if (others.some((item) => isTensorIndex(item))) return null;
  if (others.some((item) => boundsOf(machine, item) !== null)) throw new Unreadable('a mask next to other indices');
  const mask = expressionOf(machine, items[at] ?? NONE);
  const numbers = items.flatMap((item, i) => (i !== at && item.kind !== 'slice' && item.kind !== 'none' ? [i] : []));
  if (!adjacent([...numbers, at]) && machine.library.framework.id !== 'torch') throw new Unreadable('a mask next to other indices');
  const rest = basicIndex([...items.slice(0, at), ...wholeAxes(mask.shape.length), ...items.slice(at + 1)], node.shape);
  return { at: { mask, before: items.slice(0, at).filter((item) => item.kind === 'slice' || item.kind === 'none').length }, rest };
}

function adjacent(places: readonly number[]): boolean {
  return Math.max(...places) - Math.min(...places) === places.length - 1;
}

/** An index in which every mask is the positions of its truths. */
function byPosition(machine: Machine, items: readonly Value[]): AdvancedItem[] {
  if (items.filter((item) => isMask(machine, item)).length > 1) throw new Unreadable('two masks in one index');
  const places = items.flatMap((item) => {
    const columns = isMask(machine, item) ? itemsOf(positionsOf(machine, expressionOf(machine, item))) : null;
    return columns ?? [item];
  });
  return advancedItems(machine, places);
}
