import { inOrder, type Expression } from '../../ir/expression';
import type { Machine } from '../machine';
import { Raised, Unreadable } from '../state/unreadable';
import { positional } from '../values/arguments';
import { asNumber } from '../values/apply';
import { constantOf } from '../values/constant';
import { iterate } from '../values/iterate';
import { distinct, integerOf, itemsOf, keyOf } from '../values/plain';
import { truth } from '../values/truth';
import { expressionOf, isArray, tensorOf } from '../values/tensor';
import { NONE, boolean, extent, float, integer, text, tuple, type Value, type Arguments, type NumberValue } from '../values/value';
import { LIST } from '../inputs/inputs';
import { lineageOf } from '../modules/classes';
import { extreme } from './extreme';
import { isNetwork } from './network';
import { chosenPlaces } from '../primitives/chosen-sizes';
import { sorted } from './sorted';
import { ownAnswer } from '../expressions/operators';
import { isInstance, isSubclass, typeOf } from './instance';

type Builtin = (machine: Machine, args: readonly Value[], keywords: ReadonlyMap<string, Value>, depth: number) => Value;

const listOf = (machine: Machine, items: readonly Value[]): Value => ({ kind: 'list', cell: machine.journal.cell(items) });

const BUILTINS: Readonly<Record<string, Builtin>> = {
  len: (machine, [x = NONE], _, depth) =>
    ownAnswer(machine, '__len__', x, [], depth) ??
    chosenCount(machine, x) ??
    listedLength(machine, x) ??
    objectLength(machine, x) ??
    (isArray(x) ? extent(lengthOf(machine, x)) : { ...integer(lengthOf(machine, x)), ...ofWholeShape(x) }),
  range: rangeOf,
  zip: (machine, args) => tuple(zipped(args.map((arg) => iterate(machine, arg)))),
  enumerate: (machine, [x = NONE, start], keywords) => {
    const first = integerOf(start ?? keywords.get('start') ?? integer(0), 'the start of enumerate');
    return tuple(iterate(machine, x).map((item, i) => tuple([integer(i + first), item])));
  },
  sum: (machine, [x = NONE, start], keywords) =>
    iterate(machine, x).reduce((total, item) => machine.apply('add', [total, item]), start ?? keywords.get('start') ?? integer(0)),
  max: (machine, args, keywords) => extreme(machine, 'maximum', args, keywords),
  min: (machine, args, keywords) => extreme(machine, 'minimum', args, keywords),
  abs: (machine, [x = NONE]) => machine.apply('abs', [x]),
  pow: (machine, [x = NONE, y = NONE]) => machine.apply('power', [x, y]),
  round: (machine, [x = NONE, digits]) => {
    const number = asNumber(x);
    if (digits && number && !number.node) {
      const places = integerOf(digits, 'digits');
      if (places < 0 || Number.isInteger(number.value * 2 * 10 ** places)) throw new Unreadable('round to digits');
      return float(Number(number.value.toFixed(places)));
    }
    if (digits) throw new Unreadable('round to digits');
    return number ? rounded(number) : machine.apply('round', [x]);
  },
  divmod: (machine, [x = NONE, y = NONE]) => tuple([machine.apply('floor_divide', [x, y]), machine.apply('mod', [x, y])]),
  float: (machine, [x = float(0)]) => toFloat(machine, x),
  int: (machine, [x = integer(0)]) => toInteger(machine, x),
  bool: (machine, [x = NONE]) => {
    const value = truth(machine, x);
    return typeof value === 'boolean' ? boolean(value) : tensorOf(machine, value);
  },
  str: (_, [x = NONE]) => (x.kind === 'text' ? x : text(asNumber(x) ? String(asNumber(x)?.value) : '')),
  repr: () => text(''),
  list: (machine, [x]) => {
    if (x?.kind === 'free') machine.inputs.listed.add(x.path);
    return x && isNetwork(x) ? x : listOf(machine, x ? iterate(machine, x) : []);
  },
  tuple: (machine, [x]) => tuple(x ? iterate(machine, x) : []),
  set: (machine, [x]) => listOf(machine, x ? distinct(iterate(machine, x)) : []),
  frozenset: (machine, [x]) => listOf(machine, x ? distinct(iterate(machine, x)) : []),
  sorted: (machine, [x = NONE], keywords, depth) => {
    const key = keywords.get('key');
    const keyed = key && key.kind !== 'none' ? (item: Value): Value => machine.call(key, positional(item), depth) : (item: Value) => item;
    return listOf(machine, sorted(iterate(machine, x), keyed, known(truth(machine, keywords.get('reverse') ?? boolean(false)))));
  },
  reversed: (machine, [x = NONE]) => tuple([...iterate(machine, x)].reverse()),
  dict: (machine, [x], keywords) => {
    const named = [...keywords].map(([name, value]) => [`s:${name}`, { key: text(name), value }] as const);
    const pairs = x?.kind === 'dict' ? [...x.cell.value] : x ? iterate(machine, x).map((pair) => entryOf(machine, pair)) : [];
    return { kind: 'dict', cell: machine.journal.cell(new Map([...pairs, ...named])) };
  },
  map: (machine, [f = NONE, ...lists], _, depth) =>
    tuple(zipped(lists.map((list) => iterate(machine, list))).map((row) => machine.call(f, positional(...(itemsOf(row) ?? [])), depth))),
  filter: (machine, [f = NONE, list = NONE], _, depth) =>
    tuple(
      iterate(machine, list).filter((item) => known(truth(machine, f.kind === 'none' ? item : machine.call(f, positional(item), depth)))),
    ),
  any: (machine, [x = NONE]) =>
    isArray(x) ? machine.apply('any', [x], { axes: [0] }) : either(machine, iterate(machine, x), 'logical_or'),
  all: (machine, [x = NONE]) =>
    isArray(x) ? machine.apply('all', [x], { axes: [0] }) : either(machine, iterate(machine, x), 'logical_and'),
  isinstance: (machine, [x = NONE, type = NONE]) => boolean(isInstance(machine, x, type)),
  getmro: (machine, [x = NONE]) =>
    tuple(x.kind === 'class' ? lineageOf(machine, x.model).classes.map((model) => ({ kind: 'class', model })) : []),
  isclass: (_, [x = NONE]) => boolean(x.kind === 'class'),
  isfunction: (_, [x = NONE]) => boolean(x.kind === 'function' && x.receiver === null),
  getenv: (_, [, standard = NONE]) => standard,
  issubclass: (machine, [x = NONE, type = NONE]) => boolean(isSubclass(machine, x, type)),
  callable: (_, [x = NONE]) => boolean(['function', 'native', 'object', 'class', 'method', 'library'].includes(x.kind)),
  hasattr: (machine, [x = NONE, name = NONE]) => boolean(attributeOr(machine, x, name) !== null),
  getattr: (machine, [x = NONE, name = NONE, fallback]) => {
    const value = attributeOr(machine, x, name) ?? fallback;
    if (!value) throw new Unreadable('getattr of an unknown attribute');
    return value;
  },
  setattr: (machine, [x = NONE, name = NONE, value = NONE]) => {
    if (x.kind !== 'object' || name.kind !== 'text') throw new Unreadable('setattr of an unknown attribute');
    machine.journal.set(x.attributes, new Map(x.attributes.value).set(name.value, value));
    return NONE;
  },
  type: (machine, [x = NONE]) => typeOf(machine, x),
  slice: (_, [a = NONE, b, c = NONE]) => ({ kind: 'slice', start: b ? a : NONE, stop: b ?? a, step: c }),
  iter: (machine, [x = NONE]) => listOf(machine, iterate(machine, x)),
  next: (machine, [x = NONE, fallback]) => {
    if (x.kind !== 'list') throw new Unreadable('next() of something that is not an iterator');
    const [first, ...rest] = x.cell.value;
    if (!first && !fallback) throw new Raised('StopIteration');
    machine.journal.set(x.cell, rest);
    return first ?? fallback ?? NONE;
  },
  print: () => NONE,
  id: () => integer(0),
  object: (machine) => ({
    kind: 'object',
    model: null,
    library: 'builtins.object',
    constructed: null,
    attributes: machine.journal.cell(new Map()),
  }),
  complex: () => {
    throw new Unreadable('complex numbers');
  },
  bytes: () => {
    throw new Unreadable('bytes');
  },
};

/** Whether a name is a function of Python itself that is modelled. */
export function isBuiltin(name: string): boolean {
  return Object.hasOwn(BUILTINS, name) || /(Error|Exception|Warning)$/.test(name);
}

/** Calls a function of Python itself. Throws Unreadable, Raised. */
export function callBuiltin(machine: Machine, name: string, args: Arguments, depth: number): Value {
  const builtin = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
  if (builtin) return builtin(machine, args.positional, args.keywords, depth);
  if (/(Error|Exception|Warning)$/.test(name)) return NONE;
  throw new Unreadable(`${name}() is not modelled`);
}

/** The length of a selection is a number of the graph. */
function chosenCount(machine: Machine, value: Value): Value | null {
  const selection = value.kind === 'tensor' ? machine.graph.selectionOf(expressionOf(machine, value)) : null;
  return selection?.axis === 0 ? tensorOf(machine, machine.graph.count(selection)) : null;
}

/** What the length of a whole shape measures. */
function ofWholeShape(value: Value): Pick<NumberValue, 'measures'> {
  const sizes = value.kind === 'tuple' ? value.items.map((one) => (one.kind === 'number' ? one.measures : undefined)) : [];
  const node = sizes[0]?.node;
  return node?.shape.length === sizes.length && sizes.every((one, i) => one?.axis === i) ? { measures: { node, axis: null } } : {};
}

/** The length of a parameter that is a list. */
function listedLength(machine: Machine, value: Value): Value | null {
  const elements = value.kind === 'free' ? machine.inputs.elements(value.path) : null;
  return elements && value.kind === 'free' ? { ...integer(elements.length), of: { path: value.path, as: 'length' } } : null;
}

/** How many elements an object has that is no list of tensors: a number that only its class knows. */
function objectLength(machine: Machine, value: Value): Value | null {
  const isOne = value.kind === 'free' && machine.inputs.isObject(value.path) && !machine.inputs.isTensor(value.path);
  return isOne ? machine.inputs.number(`len(${value.path})`) : null;
}

/** `len(x)`. Throws Unreadable. */
function lengthOf(machine: Machine, value: Value): number {
  if (value.kind === 'dict') return value.cell.value.size;
  if (value.kind === 'text') return value.value.length;
  if (value.kind === 'free') {
    const elements = machine.inputs.elements(value.path);
    if (elements) return elements.length;
  }
  if (value.kind === 'opaque') throw new Unreadable(`the length of ${value.what}, which was not read`);
  if (isArray(value)) {
    const size = expressionOf(machine, value).shape[0];
    if (size === undefined && value.kind === 'free') machine.inputs.compared.push({ path: value.path, with: LIST });
    if (size === undefined) throw new Raised('len() of a 0-d tensor');
    return size;
  }
  return iterate(machine, value).length;
}

function rangeOf(machine: Machine, args: readonly Value[]): Value {
  const places = args.length === 1 && args[0] ? chosenPlaces(machine, args[0]) : null;
  if (places) return tensorOf(machine, places);
  const [a = 0, b, step = 1] = args.map((arg) => integerOf(arg, 'a bound of range'));
  const [low, high] = b === undefined ? [0, a] : [a, b];
  const count = step === 0 ? 0 : Math.max(0, Math.ceil((high - low) / step));
  if (count > 4096) throw new Unreadable(`range of ${count} values`);
  return tuple(Array.from({ length: count }, (_, i) => integer(low + i * step)));
}

function zipped(lists: readonly (readonly Value[])[]): Value[] {
  const length = lists.length === 0 ? 0 : Math.min(...lists.map((list) => list.length));
  return Array.from({ length }, (_, i) => tuple(lists.map((list) => list[i] ?? NONE)));
}

function toFloat(machine: Machine, value: Value): Value {
  const number = asNumber(value);
  if (number) return { ...number, integer: false };
  if (value.kind === 'text') return float(Number(value.value.replace(/^([-+]?)inf.*$/i, '$1Infinity')));
  return machine.apply('stop_gradient', [value]);
}

/** To the nearest integer, of two the even one; a number of elements stays one. */
function rounded(number: NumberValue): Value {
  const down = Math.floor(number.value);
  const over = number.value - down;
  const value = over > 0.5 || (over === 0.5 && down % 2 !== 0) ? down + 1 : down;
  return { kind: 'number', value, integer: true, node: null };
}

function toInteger(machine: Machine, value: Value): Value {
  if (value.kind === 'text' && /^\s*[-+]?\d+\s*$/.test(value.value)) return integer(Number(value.value));
  const number = asNumber(value);
  if (number)
    return {
      kind: 'number',
      value: Math.trunc(number.value),
      integer: true,
      node: number.node && Number.isInteger(number.value) && !isOfConstants(number.node) ? number.node : null,
    };
  const [known, ...more] = value.kind === 'tensor' ? (constantOf(value) ?? []) : [];
  if (known !== undefined && more.length === 0 && Number.isFinite(known)) return integer(Math.trunc(known));
  return machine.apply('to_int', [value]);
}

/** Whether a node is computed of known numbers alone. */
function isOfConstants(root: Expression): boolean {
  return inOrder(root).every(({ op, args }) => op === 'constant' || args.length > 0);
}

function entryOf(machine: Machine, pair: Value): readonly [string, { key: Value; value: Value }] {
  const [key = NONE, value = NONE] = iterate(machine, pair);
  return [keyOf(key), { key, value }];
}

function known(value: ReturnType<typeof truth>): boolean {
  if (typeof value !== 'boolean') throw new Unreadable('filter depends on data');
  return value;
}

function either(machine: Machine, items: readonly Value[], op: 'logical_or' | 'logical_and'): Value {
  let result: Value = boolean(op === 'logical_and');
  for (const item of items) {
    const value = truth(machine, item);
    if (typeof value === 'boolean' && result.kind === 'boolean')
      result = boolean(op === 'logical_or' ? result.value || value : result.value && value);
    else result = machine.apply(op, [result, typeof value === 'boolean' ? boolean(value) : tensorOf(machine, value)]);
  }
  return result;
}

/** Names of Python itself that are no functions. */
export const PYTHON_VALUES: Readonly<Record<string, Value>> = {
  Ellipsis: { kind: 'ellipsis' },
  NotImplemented: NONE,
};

function attributeOr(machine: Machine, value: Value, name: Value): Value | null {
  if (name.kind !== 'text') throw new Unreadable('an attribute whose name is not known');
  const hidden = value.kind === 'free' && !machine.inputs.isObject(value.path) && name.value.startsWith('_');
  const found = hidden ? null : machine.attribute(value, name.value);
  const onTensor = found?.kind === 'method' && (found.receiver.kind === 'tensor' || found.receiver.kind === 'complex');
  return onTensor && !machine.library.method(name.value) && !machine.library.property(name.value) ? null : found;
}
