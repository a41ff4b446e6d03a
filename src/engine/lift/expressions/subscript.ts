import { inOrder } from '../../ir/expression';
import { textOf } from '../../ir/expression-text';
import type { PyNode } from '../../syntax/python/node';
import type { Frame, Machine } from '../machine';
import { member, lineageOf } from '../modules/classes';
import { NothingThere, Raised, Unreadable } from '../state/unreadable';
import { asNumber } from '../values/apply';
import { positional } from '../values/arguments';
import { joinedParts, partOf } from '../values/complex';
import { derived } from '../values/opaque';
import { integerOf, itemsOf, keyOf } from '../values/plain';
import { describe, expressionOf } from '../values/tensor';
import { NONE, text, tuple, type Value } from '../values/value';
import { askArray } from '../inputs/ask-array';
import { LIST } from '../inputs/inputs';
import { isSettingPath } from '../roles/names';
import { isNetwork, partOfNetwork } from '../calls/network';
import { sequentialPart } from '../calls/sequential';
import { placeAt } from '../indexing/at';
import { indexTensor, writeIndex } from '../indexing/index-tensor';

/** The container and the index of a subscript; several indices are a tuple. */
export function subscriptOf(machine: Machine, node: PyNode, frame: Frame): { value: Value; index: Value } {
  const container = node.field('value');
  if (!container) throw new Unreadable('a subscript of nothing');
  const value = machine.evaluate(container, frame);
  const indices = node.fieldAll('subscript').map((child) => machine.evaluate(child, frame));
  const [only] = indices;
  const single = indices.length === 1 && !node.tokens.some((token) => token.text === ',');
  return { value, index: single && only ? only : tuple(indices) };
}

/** `value[index]`. Throws Unreadable, Raised. */
export function index(machine: Machine, value: Value, at: Value, depth: number): Value {
  switch (value.kind) {
    case 'dict':
      return entry(machine, value, at);
    case 'list':
    case 'tuple':
      return element(machine, value, at);
    case 'text':
      if (at.kind === 'text' && value.origin?.endsWith('"]'))
        return machine.inputs.open(`${value.origin}["${value.value}"]["${at.value}"]`);
      return text(value.value[integerOf(at, 'an index')] ?? '');
    case 'free':
      return ofFree(machine, value, at);
    case 'complex':
      return joinedParts(
        machine,
        indexTensor(machine, partOf(machine, value, 'real'), at),
        indexTensor(machine, partOf(machine, value, 'imaginary'), at),
      );
    case 'tensor':
    case 'number':
      return indexTensor(machine, value, at);
    case 'opaque':
      return at.kind === 'text' || value.inputs.length === 0 ? derived(machine, value, [at]) : indexTensor(machine, value, at);
    case 'object':
      return ofObject(machine, value, at, depth);
    case 'method':
      if (value.name !== 'at') throw new Unreadable(`indexing of .${value.name}`);
      return placeAt(machine, value.receiver, at);
    case 'library':
    case 'class':
      return value;
    default:
      throw new NothingThere(`indexing of ${describe(value)}`, value);
  }
}

/** `value[index] = assigned`; the container to bind afresh where arrays cannot be written, else null. */
export function assignIndex(machine: Machine, value: Value, at: Value, assigned: Value): Value | null {
  if (value.kind === 'dict') {
    machine.journal.set(value.cell, new Map(value.cell.value).set(keyOf(at), { key: at, value: assigned }));
    return null;
  }
  if (value.kind === 'list') {
    const items = [...value.cell.value];
    items[position(at, items.length)] = assigned;
    machine.journal.set(value.cell, items);
    return null;
  }
  if (value.kind === 'free' && at.kind === 'text') {
    const path = `${value.path}["${at.value}"]`;
    if (machine.inputs.copied.has(value.path) && machine.trace.constructing === 0)
      throw new Unreadable('a write into a parameter that was copied');
    if (assigned.kind === 'free' && assigned.path === path) machine.inputs.copied.delete(path);
    machine.inputs.setChild(path, assigned);
    return null;
  }
  if (value.kind !== 'tensor' && value.kind !== 'free') throw new Unreadable(`assignment to an element of ${describe(value)}`);
  const tensor = value.kind === 'free' ? machine.inputs.tensor(value.path) : value;
  writeIndex(machine, tensor, at, assigned);
  return null;
}

function entry(machine: Machine, value: Extract<Value, { kind: 'dict' }>, at: Value): Value {
  const known =
    at.kind === 'free'
      ? machine.inputs.option(at.path, ...[...value.cell.value.values()].flatMap(({ key }) => (key.kind === 'text' ? [key.value] : [])))
      : at;
  if (known.kind === 'text')
    machine.trace.decides(known.origin, ...[...value.cell.value.values()].flatMap(({ key }) => (key.kind === 'text' ? [key.value] : [])));
  const found = value.cell.value.get(keyOf(known));
  if (!found && value.open !== undefined && known.kind === 'text') return machine.inputs.open(`${value.open}["${known.value}"]`);
  if (!found) throw new Raised(`no entry ${known.kind === 'text' ? known.value : ''} in a dict`);
  return found.value;
}

function element(machine: Machine, value: Extract<Value, { kind: 'list' | 'tuple' }>, at: Value): Value {
  const items = itemsOf(value) ?? [];
  if (at.kind === 'slice') {
    const taken = sliced(items, at);
    return value.kind === 'tuple' ? tuple(taken) : { kind: 'list', cell: machine.journal.cell(taken) };
  }
  if (!asNumber(at) && (at.kind === 'tensor' || at.kind === 'tuple')) return indexTensor(machine, value, at);
  const place = position(at, items.length);
  const found = items[place];
  if (!found && items.length > 0 && items.every((item) => item.kind === 'number' && item.counts)) tooFewAxes(machine, place, items.length);
  if (!found && items.length === 0 && value.kind === 'tuple') askedOfNumber(machine);
  if (!found) throw new Raised('list index out of range');
  return found;
}

/** An axis of a shape that is not there: the tensor measured last should have had more. */
function tooFewAxes(machine: Machine, place: number, axes: number): void {
  const measured = machine.inputs.measured.at(-1);
  if (measured?.shape.length !== axes) return;
  machine.graph.misfit(
    'measured',
    [measured],
    { used: place < 0 ? axes - place : place + 1 },
    `axis ${place} of a tensor with ${axes} axes`,
  );
}

/** A size of something that has none: what was measured last should have been an array. */
function askedOfNumber({ inputs }: Machine): void {
  const measured = inputs.measured.at(-1);
  if (measured?.shape.length === 0) askArray(inputs, measured);
}

function position(at: Value, length: number): number {
  const number = integerOf(at, 'an index');
  return number < 0 ? number + length : number;
}

function sliced(items: readonly Value[], at: Extract<Value, { kind: 'slice' }>): Value[] {
  const step = at.step.kind === 'none' ? 1 : integerOf(at.step, 'a step');
  const clamp = (value: Value, absent: number): number => {
    if (value.kind === 'none') return absent;
    const number = integerOf(value, 'a bound of a slice');
    const front = number < 0 ? number + items.length : number;
    return Math.max(step > 0 ? 0 : -1, Math.min(front, step > 0 ? items.length : items.length - 1));
  };
  const start = clamp(at.start, step > 0 ? 0 : items.length - 1);
  const stop = clamp(at.stop, step > 0 ? items.length : -1);
  const result: Value[] = [];
  for (let i = start; step > 0 ? i < stop : i > stop; i += step) result.push(items[i] ?? NONE);
  return result;
}

/** A parameter indexed with a string, or with one of the settings, is a dict of parameters; with a number it is a tensor unless it is known to be a list. */
function ofFree(machine: Machine, value: Extract<Value, { kind: 'free' }>, by: Value): Value {
  const at = keyFrom(machine, by);
  if (at.kind === 'text' && !machine.inputs.isTensor(value.path)) {
    const path = `${value.path}["${at.value}"]`;
    machine.inputs.object(value.path);
    return machine.inputs.child(path) ?? machine.inputs.open(path);
  }
  const setting = settingIn(at);
  if (setting !== null && !machine.inputs.isTensor(value.path)) {
    machine.inputs.object(value.path);
    return machine.inputs.open(`${value.path}[${setting}]`);
  }
  const elements = machine.inputs.elements(value.path);
  const number = asNumber(at);
  if (elements && number && number.value >= elements.length) machine.inputs.demandLength(value.path, number.value + 1);
  if (elements && (number || at.kind === 'slice')) return element(machine, { kind: 'tuple', items: elements }, at);
  if (number?.integer && isSettingPath(value.path) && !machine.inputs.isTensor(value.path)) {
    machine.inputs.object(value.path);
    return machine.inputs.open(`${value.path}[${number.value}]`);
  }
  if (number?.integer && number.value >= (expressionOf(machine, value).shape[0] ?? 0))
    machine.inputs.compared.push({ path: value.path, with: LIST });
  return indexTensor(machine, value, at);
}

/** An index that is one of the settings, or a sum of some: the name of a column, say. Null for any other. */
function settingIn(at: Value): string | null {
  if (at.kind === 'free') return isSettingPath(at.path) ? at.path : null;
  if (at.kind !== 'tensor') return null;
  const leaves = inOrder(at.cell.value).filter(({ op }) => op !== 'add');
  return leaves.every(({ op, attributes }) => op === 'parameter' && isSettingPath(String(attributes.name))) ? textOf(at.cell.value) : null;
}

/** A parameter that is a key by its name, as an option: the string that it is named. */
function keyFrom(machine: Machine, at: Value): Value {
  if (at.kind !== 'free' || !KEY.test(at.path) || isSettingPath(at.path) || machine.inputs.isTensor(at.path)) return at;
  return machine.inputs.option(at.path, at.path.replace(/^.*\W/, ''));
}

const KEY = /(^|[._])(key|path|io|field|tag|modality)$/;

function ofObject(machine: Machine, value: Extract<Value, { kind: 'object' }>, at: Value, depth: number): Value {
  if (isNetwork(value)) return partOfNetwork(machine, value, at.kind === 'slice' ? '[…]' : `[${asNumber(at)?.value ?? '…'}]`);
  const part = value.library === 'sequential' ? sequentialPart(machine, value, at) : null;
  if (part) return part;
  const items = value.attributes.value.get('items');
  if (items) return index(machine, items, at, depth);
  const method = value.model ? member(machine, lineageOf(machine, value.model).classes, '__getitem__', value, depth) : null;
  if (method) return machine.call(method, positional(at), depth);
  throw new Unreadable(`indexing of ${describe(value)}`);
}
