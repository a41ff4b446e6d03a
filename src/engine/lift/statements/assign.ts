import { ShapeError } from '../../numerics/signature';
import type { PyNode } from '../../syntax/python/node';
import type { Frame, Machine } from '../machine';
import { placeIn } from '../place';
import { Raised, Unreadable } from '../state/unreadable';
import { holderOf, targetOf } from '../state/scope';
import { roleOfName } from '../roles/names';
import { iterate } from '../values/iterate';
import { derived } from '../values/opaque';
import { keyOf } from '../values/plain';
import { expressionOf, write } from '../values/tensor';
import { tuple, type TensorValue, type Value } from '../values/value';
import { operateInPlace } from '../expressions/operators';
import { assignIndex, subscriptOf } from '../expressions/subscript';
import { setAttribute } from '../expressions/attribute';
import { demandParts } from '../inputs/parts';

/** Runs an assignment or augmented assignment; returns the assigned value. */
export function assign(machine: Machine, node: PyNode, frame: Frame): Value | null {
  const left = node.field('left');
  const right = node.field('right');
  if (!left || !right) return null;
  if (node.type === 'augmented_assignment') return augment(machine, node, left, right, frame);
  const value =
    right.type === 'assignment'
      ? assign(machine, right, frame)
      : (lastParts(machine, left, right, frame) ?? machine.evaluate(right, frame));
  if (value) bindTarget(machine, left, value, frame);
  return value;
}

/** Binds a value to a name, pattern, attribute or subscript. */
export function bindTarget(machine: Machine, target: PyNode, value: Value, frame: Frame): void {
  switch (target.type) {
    case 'identifier':
      return setName(machine, frame, target.text, value);
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'tuple':
    case 'list':
    case 'expression_list':
      return unpack(machine, target.children, value, frame);
    case 'attribute':
      return assignAttribute(machine, target, value, frame);
    case 'subscript':
      return assignSubscript(machine, target, value, frame);
    case 'parenthesized_expression':
    case 'as_pattern_target':
      return bindTarget(machine, target.children[0] ?? target, value, frame);
    default:
      throw new Unreadable(`assignment to ${target.type.replaceAll('_', ' ')}`);
  }
}

/** Writes a name in the scope that Python would write. */
export function setName(machine: Machine, frame: Frame, name: string, value: Value): void {
  machine.journal.put(targetOf(frame.scope, name).names, name, value);
}

/** `del name`, `del d[key]`. */
export function remove(machine: Machine, node: PyNode, frame: Frame): void {
  if (node.type === 'identifier') {
    const holder = holderOf(frame.scope, node.text);
    if (!holder) return;
    const names = new Map(holder.names.value);
    names.delete(node.text);
    machine.journal.set(holder.names, names);
  } else if (node.type === 'subscript') {
    const { value, index } = subscriptOf(machine, node, frame);
    if (value.kind !== 'dict') throw new Unreadable('del of an element');
    const entries = new Map(value.cell.value);
    entries.delete(keyOf(index));
    machine.journal.set(value.cell, entries);
  } else node.children.forEach((child) => remove(machine, child, frame));
}

/** What a statement that was not read may do. */
interface Reach {
  /** Names that it may assign or change. */
  readonly names: readonly string[];
  /** Those among them whose values it may change in place. */
  readonly changed: readonly string[];
  /** Whether it may leave the function. */
  readonly leaves: boolean;
  /** Whether it may leave a loop around it. */
  readonly loops: boolean;
}

/** What a statement that was not read may do: names that it may assign or change, and what it may leave. */
export function scopeNames(node: PyNode): Reach {
  const names = new Set<string>();
  const changed = new Set<string>();
  let [leaves, loops] = [false, false];
  const visit = (at: PyNode, within: boolean): void => {
    if (at.type === 'return_statement') leaves = true;
    if ((at.type === 'break_statement' || at.type === 'continue_statement') && !within) loops = true;
    if (at.type === 'function_definition' || at.type === 'class_definition') return void names.add(at.field('name')?.text ?? '');
    if (at.type === 'lambda' || at.type.endsWith('comprehension')) return;
    changedBy(at).forEach((name) => names.add(name));
    if (inPlaceTarget(at)) changedBy(at).forEach((name) => changed.add(name));
    const loop = within || at.type === 'for_statement' || at.type === 'while_statement';
    at.children.forEach((child) => visit(child, loop));
  };
  visit(node, false);
  return { names: [...names], changed: [...changed], leaves, loops };
}

/** Whether a node changes what its target holds rather than binding it afresh. */
function inPlaceTarget(at: PyNode): boolean {
  return at.type === 'augmented_assignment' || at.type === 'expression_statement' || at.field('left')?.type === 'subscript';
}

/** Names that one node assigns, or changes by calling a method of theirs as a statement. */
function changedBy(at: PyNode): string[] {
  if (at.type === 'assignment' || at.type === 'augmented_assignment' || at.type === 'for_statement') {
    const target = at.field('left');
    return target ? targetNames(target) : [];
  }
  const call = at.type === 'expression_statement' && at.children[0]?.type === 'call' ? at.children[0].field('function') : null;
  return call?.type === 'attribute' ? targetNames(call) : [];
}

function targetNames(target: PyNode): string[] {
  if (target.type === 'identifier') return [target.text];
  if (target.type === 'subscript' || target.type === 'attribute') {
    const base = target.field('value') ?? target.field('object');
    return base ? targetNames(base) : [];
  }
  return target.children.flatMap(targetNames);
}

function unpack(machine: Machine, targets: readonly PyNode[], value: Value, frame: Frame): void {
  if (value.kind === 'opaque')
    return targets.forEach((target) =>
      bindTarget(
        machine,
        target.type === 'list_splat_pattern' ? (target.children[0] ?? target) : target,
        derived(machine, value, []),
        frame,
      ),
    );
  const star = targets.findIndex((target) => target.type === 'list_splat_pattern' || target.type === 'list_splat');
  const items = partsOf(machine, targets, value) ?? iterate(machine, value, star < 0 ? targets.length : undefined);
  const rest = items.length - (targets.length - 1);
  if (star < 0 ? items.length !== targets.length : rest < 0) {
    demandParts(machine.inputs, items, targets.length);
    throw new Raised(`cannot unpack ${items.length} values into ${targets.length} names`);
  }
  let apart = false;
  targets.forEach((target, i) => {
    if (i === star) return bindStar(machine, target, items.slice(i, i + rest), frame);
    const item = items[star >= 0 && i > star ? i + rest - 1 : i] as Value;
    if (item.kind === 'free' && target.type === 'identifier' && (apart ||= differ(targets))) machine.inputs.named(item.path, target.text);
    bindTarget(machine, target, item, frame);
  });
}

/** A batch that is taken apart at once (`x, y = batch`) is a tuple, not an array; so is what is taken apart into things of several roles. */
function partsOf(machine: Machine, targets: readonly PyNode[], value: Value, from = 0): readonly Value[] | null {
  if (isCount(value)) return targets.map(() => value);
  if (value.kind !== 'free' || targets.some((target) => target.type !== 'identifier')) return null;
  if (
    !BATCH.test(value.path) &&
    !isListed(machine, value.path) &&
    !differ(targets) &&
    !areThings(targets) &&
    !targets.some(({ text }) => /_list$/.test(text))
  )
    return null;
  return machine.inputs.parts(
    value.path,
    targets.map((target) => target.text),
    from,
  );
}

/** `a, b, c = batch[2:]`: the parts of a tuple from one on; null where something else is taken apart. */
function lastParts(machine: Machine, { type, children: targets }: PyNode, right: PyNode, frame: Frame): Value | null {
  if (right.type !== 'subscript' || !/^(pattern_list|tuple_pattern|list_pattern)$/.test(type)) return null;
  const [, from] = /^\w+\[(\d+):\]$/.exec(right.text) ?? [];
  const of = from === undefined ? null : right.field('value');
  const value = of && machine.evaluate(of, frame);
  const parts = value?.kind === 'free' ? partsOf(machine, targets, value, Number(from)) : null;
  return parts && tuple(parts);
}

/** Whether a parameter is an element of one that is a list: what is taken apart there is a tuple. */
function isListed(machine: Machine, path: string): boolean {
  const list = /^(.*)\[\d+\]$/.exec(path)?.[1];
  return list !== undefined && machine.inputs.isList(list);
}

/** A size that was taken for one number and is taken apart has as many as there are names. */
function isCount(value: Value): boolean {
  return value.kind === 'number' && value.integer && value.node === null && value.counts !== true;
}

/** Whether names of words, not of coordinates, tell a target and something else. */
function differ(targets: readonly PyNode[]): boolean {
  const roles = targets.map(({ text }) => (/^_?\w?\d?$/.test(text) ? undefined : (roleOfName(text)?.role ?? null)));
  return roles.includes('target') && new Set(roles.filter((role) => role !== undefined)).size > 1;
}

/** Whether names that are used tell things of their own: each by a word, or more of them than what has coordinates. */
function areThings(targets: readonly PyNode[]): boolean {
  const used = targets.flatMap(({ text }) => (text === '_' ? [] : [text]));
  const many = targets.length >= MANY_PARTS && used.every((name) => name.length > 2);
  return used.length > 1 && (many || used.every((name) => WORD.test(name)));
}

/** What is taken apart into so many is no row of coordinates. */
const MANY_PARTS = 5;

/** A name of its own, and no coordinate or size. */
const WORD = /^(?!_|bs$|ch$)[a-z]+(_[a-z]+)*(_[a-z]+|_(?![xyzwh]\d)[a-z]+\d)$|^[a-z]{4,}\d?$/i;

const BATCH = /(^|[._])(batch|data|params|parameters|theta|sample|samples|example|examples|batch_data|model|net|\w+\(.*\))$/;

function bindStar(machine: Machine, target: PyNode, items: readonly Value[], frame: Frame): void {
  const name = target.children[0];
  if (name) bindTarget(machine, name, { kind: 'list', cell: machine.journal.cell(items) }, frame);
}

function assignAttribute(machine: Machine, target: PyNode, value: Value, frame: Frame): void {
  const object = target.field('object');
  const name = target.field('attribute');
  if (object && name) setAttribute(machine, machine.evaluate(object, frame), name.text, value);
}

function assignSubscript(machine: Machine, target: PyNode, value: Value, frame: Frame): void {
  const { value: container, index } = subscriptOf(machine, target, frame);
  const result = assignIndex(machine, container, index, value);
  const base = target.field('value');
  if (result && base?.type === 'identifier') setName(machine, frame, base.text, result);
}

/** `x += y` writes an array in place where the library's arrays can be written; all else is rebound. */
function augment(machine: Machine, node: PyNode, left: PyNode, right: PyNode, frame: Frame): Value {
  const operator = (node.operator ?? '+=').slice(0, -1);
  const before = machine.evaluate(left, frame);
  const value = machine.evaluate(right, frame);
  if (before.kind === 'list' && operator === '+') {
    machine.journal.set(before.cell, [...before.cell.value, ...iterate(machine, value)]);
    return before;
  }
  const after = machine.trace.at(placeIn(node, frame), () => operateInPlace(machine, operator, before, value, frame.depth));
  const target = isCopy(machine, left, before, frame) ? null : inPlace(machine, before, after);
  if (target) {
    write(machine, target, expressionOf(machine, after));
    return target;
  }
  bindTarget(machine, left, after, frame);
  return after;
}

/** Elements that an array hands out by an index tensor or a mask are a copy: `x[mask] += 1` writes them back. */
function isCopy(machine: Machine, left: PyNode, before: Value, frame: Frame): boolean {
  const container = left.type === 'subscript' ? left.field('value') : null;
  if (!container || (before.kind === 'tensor' && before.view)) return false;
  const value = machine.evaluate(container, frame);
  return value.kind === 'tensor' || (value.kind === 'free' && machine.inputs.isTensor(value.path));
}

/** The array that is written, or null where the name is rebound. Throws a {@link ShapeError} where the array cannot hold what comes out. */
function inPlace(machine: Machine, before: Value, after: Value): TensorValue | null {
  if (!machine.library.framework.id.match(/^(torch|numpy)$/)) return null;
  const tensor = before.kind === 'free' && machine.inputs.isTensor(before.path) ? machine.inputs.tensor(before.path) : before;
  if (tensor.kind !== 'tensor' || after.kind !== 'tensor') return null;
  const node = expressionOf(machine, tensor);
  const mutable = machine.library.framework.id === 'torch' || node.shape.length > 0;
  if (node.kind === 'weak' || !mutable) return null;
  const { shape } = expressionOf(machine, after);
  if (node.shape.join() === shape.join()) return tensor;
  // What has no axes may be a number of Python
  if (node.shape.length > 0) throw new ShapeError(`(${shape.join(', ')}) is not the shape of what it is written into`);
  return null;
}
