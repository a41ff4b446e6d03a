import { ShapeError } from '../../numerics/signature';
import type { Expression } from '../../ir/expression';
import { ARRAY, LIST } from '../inputs/inputs';
import type { Machine } from '../machine';
import { Raised, Unreadable } from '../state/unreadable';
import { itemsOf } from '../values/plain';
import { expressionOf, tensorOf, viewOf, kept, write } from '../values/tensor';
import type { TensorValue, Value } from '../values/value';
import { readAdvanced, writeAdvanced, type AdvancedItem } from './advanced';
import { basicIndex, consumed, readBasic, wholeAxes, writeBasic } from './basic';
import { compress, overwritten, type MaskIndex } from './mask';

/** `tensor[at]` for integers, slices, None, `...`, integer tensors and boolean masks. */
export function indexTensor(machine: Machine, value: Value, at: Value): Value {
  const node = expressionOf(machine, value);
  if (at.kind === 'text') refuseText(machine, node);
  const items = fill(machine, indexItems(at), node);
  if (items.some((item) => isMask(machine, item))) return compress(machine, node, masksOf(machine, items));
  if (!items.some((item) => isTensorIndex(item))) {
    const index = basicIndex(items, node.shape);
    const base = value.kind === 'free' ? machine.inputs.tensor(value.path) : value;
    if (base.kind !== 'tensor') return tensorOf(machine, readBasic(machine, node, index));
    readBasic(machine, node, index);
    return viewOf(machine, base, {
      read: (from) => machine.trace.quietly(() => readBasic(machine, from, index)),
      write: (from, part) => writeBasic(machine, from, index, part),
    });
  }
  return tensorOf(
    machine,
    readAdvanced(
      machine,
      node,
      items.map((item) => advancedItem(machine, item)),
    ),
  );
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
  write(
    machine,
    target,
    writeAdvanced(
      machine,
      node,
      items.map((item) => advancedItem(machine, item)),
      expressionOf(machine, value),
      'add',
    ),
  );
}

/** `tensor[at] = value`. */
export function writeIndex(machine: Machine, target: TensorValue, at: Value, value: Value): void {
  const node = expressionOf(machine, target);
  if (at.kind === 'text') refuseText(machine, node);
  const items = fill(machine, indexItems(at), node);
  const assigned = kept(machine, node, expressionOf(machine, value));
  if (items.some((item) => isMask(machine, item)))
    return write(machine, target, overwritten(machine, node, masksOf(machine, items), assigned));
  if (!items.some((item) => isTensorIndex(item)))
    return write(machine, target, writeBasic(machine, node, basicIndex(items, node.shape), assigned));
  write(
    machine,
    target,
    writeAdvanced(
      machine,
      node,
      items.map((item) => advancedItem(machine, item)),
      assigned,
    ),
  );
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
  if (used > rank)
    machine.graph.watched(
      'index',
      () => [node],
      { used },
      () => {
        throw new ShapeError(`too many indices for a tensor with ${rank} axes`);
      },
    );
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

/** An index tensor must be of integers; a parameter used as one is taken to hold integers. */
function advancedItem(machine: Machine, item: Value): AdvancedItem {
  if (!isTensorIndex(item)) return { plain: item };
  const node = expressionOf(machine, item);
  if (node.kind === 'int') return { index: node };
  machine.inputs.demandIndex(node);
  throw new ShapeError('an index must hold integers');
}

/** The one mask of an index whose other items take whole axes. */
function masksOf(machine: Machine, items: readonly Value[]): MaskIndex {
  const at = items.findIndex((item) => isMask(machine, item));
  const rest = items.filter((_, i) => i !== at);
  const mask = items[at];
  if (!mask || rest.some((item) => item.kind !== 'slice' || item.start.kind !== 'none' || item.stop.kind !== 'none'))
    throw new Unreadable('a mask next to other indices');
  return { mask: expressionOf(machine, mask), before: at };
}
