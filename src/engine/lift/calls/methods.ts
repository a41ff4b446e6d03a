import type { CallableClass } from '../../frameworks/framework';
import type { Machine } from '../machine';
import { setAttribute } from '../expressions/attribute';
import { withOrigin } from '../inputs/plain-value';
import { adopt, lineageOf, member } from '../modules/classes';
import { toldMethod } from '../modules/imports';
import { Unreadable } from '../state/unreadable';
import { derived, opaque } from '../values/opaque';
import { asNumber } from '../values/apply';
import { describe, expressionOf, holdsParts, isLearned, tensorOf, write } from '../values/tensor';
import { itemsOf, wordOf } from '../values/plain';
import { NONE, text, tuple, type TensorValue, type Value, type Arguments } from '../values/value';
import { AT, updated } from '../indexing/at';
import { applyFunction, callContext, CONTEXT } from './autograd-function';
import { callContainer } from './containers';
import { isKerasLoss, unreduced } from './keras-loss';
import { isFalse, setTraining } from './training';
import { isNetwork, networkMethod } from './network';
import { sequentialMethod } from './sequential';
import { asTorchHasIt } from './numpy-order';
import { inPresentOrder } from './older-order';
import { callInstance, callSpelled } from './spelled';

/** Calls a method of a value that is not an instance of the source's own classes. Throws Unreadable. */
export function callMethod(machine: Machine, receiver: Value, name: string, args: Arguments, depth: number): Value {
  switch (receiver.kind) {
    case 'free':
      if (SPELLS.has(name) && !machine.inputs.isTensor(receiver.path)) return receiver;
      return callFree(machine, receiver, name, args) ?? callTensor(machine, receiver, name, args, depth);
    case 'complex':
      if (name.endsWith('_')) throw new Unreadable('a write into a complex array');
      return callTensor(machine, receiver, name, args, depth);
    case 'tensor':
      return callTensor(machine, receiver, name, args, depth);
    case 'opaque':
      return machine.library.method(name) && receiver.inputs.length > 0
        ? callTensor(machine, receiver, name, args, depth)
        : derived(machine, receiver, args.positional);
    case 'number':
    case 'boolean':
      return callNumber(machine, receiver, name, args, depth);
    case 'list':
    case 'dict':
    case 'tuple':
      return callContainer(machine, receiver, name, args);
    case 'text':
      return callText(receiver.value, name, args);
    case 'super':
      return callSuper(machine, receiver, name, args, depth);
    case 'object':
      return callLibraryObject(machine, receiver, name, args, depth);
    case 'class':
      return applyFunction(machine, receiver.model, args, depth);
    case 'dtype':
      return receiver;
    default:
      throw new Unreadable(`.${name}() of ${describe(receiver)}`);
  }
}

/** `config.get(key, default)` of a parameter that is a dict; null for anything else. */
function callFree(machine: Machine, receiver: Extract<Value, { kind: 'free' }>, name: string, args: Arguments): Value | null {
  const [key, standard] = args.positional;
  if (name === 'copy' && args.positional.length === 0 && holdsParts(machine, receiver.path)) return machine.inputs.copyOf(receiver.path);
  if (name === 'parameters' && !machine.inputs.isTensor(receiver.path)) return weightsOf(machine, receiver.path);
  if (VIEWS.has(name) && args.positional.length === 0 && !machine.inputs.isTensor(receiver.path))
    return entriesOf(machine, receiver.path, name);
  if (name !== 'get' || key?.kind !== 'text' || machine.inputs.isTensor(receiver.path)) return null;
  machine.inputs.object(receiver.path);
  const path = `${receiver.path}["${key.value}"]`;
  return machine.inputs.child(path) ?? (standard && withOrigin(standard, path)) ?? machine.inputs.open(path);
}

/** `model.parameters()`: some tensors, of which nothing is known. */
function weightsOf(machine: Machine, path: string): Value {
  machine.inputs.object(path);
  const items = [0, 1].map((i) => machine.inputs.open(`${path}.parameters()[${i}]`));
  return { kind: 'list', cell: machine.journal.cell<readonly Value[]>(items) };
}

/** What a dict shows of itself. */
const VIEWS = new Set(['items', 'keys', 'values']);

/** A parameter that is a dict of which nothing is known has two entries. */
function entriesOf(machine: Machine, path: string, view: string): Value {
  machine.inputs.object(path);
  const keys = ['first', 'second'];
  const values = keys.map((key) => machine.inputs.open(`${path}["${key}"]`));
  const names = keys.map(text);
  if (view === 'keys') return tuple(names);
  return tuple(view === 'values' ? values : names.map((key, i) => tuple([key, values[i] ?? NONE])));
}

/** Methods of strings: a parameter whose spelling is changed is an option, told by what it is compared with. */
const SPELLS = new Set(['lower', 'upper', 'strip', 'casefold']);

/** Answers that every tensor of a loss gives: real, on no GPU. */
const ANSWERS: Readonly<Record<string, Value>> = {
  get_device: { kind: 'number', value: -1, integer: true, node: null },
};

function callTensor(machine: Machine, receiver: Value, name: string, args: Arguments, depth: number): Value {
  const answer = Object.hasOwn(ANSWERS, name) ? ANSWERS[name] : undefined;
  if (answer) return answer;
  if (DRAWN.has(name)) return drawnInto(machine, receiver, name === 'uniform_' && args.positional.length === 0 ? 'uniform' : 'any');
  const isTorch = machine.library.framework.id === 'torch';
  const spelling = machine.library.method(isTorch ? asTorchHasIt(name, args) : name);
  const present = isTorch ? inPresentOrder(name, args) : args;
  const given = { ...present, positional: [receiver, ...present.positional] };
  if (spelling && !name.endsWith('_')) return callSpelled(machine, `.${name}`, spelling, given, depth);
  const plain = spelling ?? (name.endsWith('_') ? machine.library.method(name.slice(0, -1)) : null);
  const told = plain ? null : toldMethod(machine, name);
  if (told) return machine.call(told, given, depth);
  const inPlace = plain ? null : toldMethod(machine, name.replace(/_$/, ''));
  if (!plain && !inPlace) throw new Unreadable(`.${name}() is not modelled`);
  const result = plain ? callSpelled(machine, `.${name}`, plain, given, depth) : machine.call(inPlace ?? NONE, given, depth);
  const target = receiver.kind === 'free' ? machine.inputs.tensor(receiver.path) : receiver;
  if (target.kind === 'tensor' && result !== receiver)
    write(machine, target, RESHAPES.has(name) ? expressionOf(machine, result) : fitted(machine, target, result));
  return target;
}

/** In-place methods that fill a tensor with numbers that nobody knows. */
const DRAWN = new Set(['uniform_', 'normal_', 'random_', 'exponential_', 'log_normal_', 'cauchy_', 'geometric_', 'bernoulli_']);

/** A trainable tensor stays the input that it is, whatever it is filled with at first. */
function drawnInto(machine: Machine, receiver: Value, distribution: 'uniform' | 'any'): Value {
  const node = expressionOf(machine, receiver);
  const { shape } = node;
  const drawn = machine.graph.intern('random', [], { distribution, serial: machine.graph.size }, shape, 'float');
  const source = node.op === 'stop_gradient' ? node.args[0] : node;
  const trained = source?.op === 'parameter' && machine.inputs.trained.has(String(source.attributes['name']));
  if (trained || receiver.kind !== 'tensor') return tensorOf(machine, drawn);
  write(machine, receiver, drawn);
  return receiver;
}

/** In-place methods that change the shape of their receiver. */
const RESHAPES = new Set(['unsqueeze_', 'squeeze_', 't_', 'transpose_', 'swapaxes_', 'resize_', 'resize_as_']);

/** What an in-place method writes: it keeps the shape and kind of its receiver. */
function fitted(machine: Machine, target: TensorValue, result: Value): ReturnType<typeof expressionOf> {
  const before = expressionOf(machine, target);
  const after = expressionOf(machine, result);
  return before.shape.join() === after.shape.join() ? after : machine.graph.apply('broadcast_to', [after], { shape: before.shape });
}

function callNumber(machine: Machine, receiver: Value, name: string, args: Arguments, depth: number): Value {
  if (name === 'item' || name === 'numpy' || name === 'detach') return receiver;
  if (name === 'is_integer') return { kind: 'boolean', value: Number.isInteger(asNumber(receiver)?.value) };
  return callTensor(machine, receiver, name, args, depth);
}

/** String methods that losses use to read their options. */
function callText(value: string, name: string, args: Arguments): Value {
  const [first, second] = args.positional.map((item) => (item.kind === 'text' ? item.value : ''));
  const results: Readonly<Record<string, () => Value>> = {
    lower: () => text(value.toLowerCase()),
    upper: () => text(value.toUpperCase()),
    strip: () => text(value.trim()),
    startswith: () => ({ kind: 'boolean', value: value.startsWith(first ?? '') }),
    endswith: () => ({ kind: 'boolean', value: value.endsWith(first ?? '') }),
    replace: () => text(value.split(first ?? '').join(second ?? '')),
    split: () => ({ kind: 'tuple', items: (first === undefined ? value.trim().split(/\s+/) : value.split(first)).map(text) }),
    lstrip: () => text(value.trimStart()),
    rstrip: () => text(value.trimEnd()),
    capitalize: () => text(value.slice(0, 1).toUpperCase() + value.slice(1).toLowerCase()),
    isdigit: () => ({ kind: 'boolean', value: /^\d+$/.test(value) }),
    isnumeric: () => ({ kind: 'boolean', value: /^\d+$/.test(value) }),
    format: () => text(filledIn(value, args)),
    join: () => text(joinedBy(value, args.positional[0])),
  };
  const method = Object.hasOwn(results, name) ? results[name] : undefined;
  if (!method) throw new Unreadable(`string method ${name}`);
  return method();
}

/** `"{}_{name}".format(…)` where every part is a known string or integer; otherwise the pattern itself, which names nothing. */
function filledIn(pattern: string, { positional, keywords }: Arguments): string {
  let next = 0;
  return pattern.replace(/\{(\w*)\}/g, (whole, name: string) => {
    const value = name === '' ? positional[next++] : (keywords.get(name) ?? positional[Number(name)]);
    return (value && wordOf(value)) ?? whole;
  });
}

function joinedBy(separator: string, list: Value | undefined): string {
  const words = (list && itemsOf(list))?.map(wordOf);
  return words?.every((word) => word !== undefined) ? words.join(separator) : separator;
}

/** `super().method(…)`: the next class of the source that has it, else what the library's base class does. */
function callSuper(machine: Machine, callee: Extract<Value, { kind: 'super' }>, name: string, args: Arguments, depth: number): Value {
  const { receiver } = callee;
  const model = receiver.kind === 'object' && receiver.model ? receiver.model : callee.owner;
  const { classes, libraries } = lineageOf(machine, model);
  const after = classes.slice(classes.indexOf(callee.owner) + 1);
  const method = member(machine, after, name, receiver, depth);
  if (method) return machine.call(method, args, depth);
  if (name === '__init__') {
    if (receiver.kind === 'object') adopt(machine, libraries, receiver, args);
    return NONE;
  }
  const base = libraries.find((library) => machine.library.class(library));
  const spelled = base === undefined ? null : machine.library.class(base);
  if (base !== undefined && spelled && receiver.kind === 'object' && CALLS.has(name)) {
    const constructed = { positional: [], keywords: ofConstructor(machine, spelled, receiver) };
    const each = name === 'call' && isKerasLoss(base);
    return callInstance(machine, base, spelled, each ? unreduced(constructed) : constructed, args, depth);
  }
  if (name === 'call' && after.length === 0 && libraries.some(isKerasLoss)) return leftToNext(machine, name, args);
  throw new Unreadable(`super().${name} is not modelled`);
}

/** What a mixin calls of the class after it, where its own base leaves that open: a function as free as one that is passed in. */
function leftToNext(machine: Machine, name: string, args: Arguments): Value {
  const path = `super().${name}`;
  machine.inputs.callable(path);
  return opaque(machine, path, 'a method of the class after a mixin', [...args.positional, ...args.keywords.values()], true);
}

/** The attributes of an object that its library's class takes when it is made; the others are the author's own. */
export function ofConstructor(
  machine: Machine,
  { parameters }: CallableClass,
  { attributes }: Extract<Value, { kind: 'object' }>,
): Map<string, Value> {
  const names = new Set(machine.library.signature(parameters).map((spec) => spec.name));
  return new Map([...attributes.value].filter(([name]) => names.has(name)));
}

function callLibraryObject(
  machine: Machine,
  receiver: Extract<Value, { kind: 'object' }>,
  name: string,
  args: Arguments,
  depth: number,
): Value {
  if (isNetwork(receiver)) return networkMethod(machine, receiver, name, args);
  if (isLearned(receiver) && !name.endsWith('_') && machine.library.method(name))
    return callTensor(machine, tensorOf(machine, expressionOf(machine, receiver)), name, args, depth);
  if (receiver.library === 'sequential' && !CALLS.has(name)) {
    const result = sequentialMethod(machine, receiver, name, args);
    if (result) return result;
  }
  const spelled = receiver.library === null ? null : machine.library.class(receiver.library);
  const method = spelled?.methods && Object.hasOwn(spelled.methods, name) ? spelled.methods[name] : undefined;
  if (spelled && method && receiver.constructed)
    return callInstance(
      machine,
      `${receiver.library}.${name}`,
      { parameters: spelled.parameters, call: method },
      receiver.constructed,
      args,
      depth,
    );
  if (receiver.library === CONTEXT) return callContext(machine, receiver, name, args);
  if (receiver.library === AT) return updated(machine, receiver, name, args.positional[0]);
  const held = receiver.library === 'module_list' ? receiver.attributes.value.get('items') : undefined;
  if (held?.kind === 'list' && /^(append|extend|insert)$/.test(name)) return callContainer(machine, held, name, args);
  if (name === 'eval' || name === 'train') setTraining(machine, receiver, name === 'train' && !isFalse(args.positional[0]));
  if (SELF_RETURNING.has(name)) return receiver;
  if (REGISTERS.test(name)) return registered(machine, receiver, name, args);
  if (name === 'call' && spelled && receiver.constructed && isKerasLoss(receiver.library))
    return callInstance(machine, receiver.library ?? '', spelled, unreduced(receiver.constructed), args, depth);
  if (CALLS.has(name)) return machine.call(receiver, args, 0);
  if (receiver.model && name === '__class__') return { kind: 'class', model: receiver.model };
  throw new Unreadable(`.${name}() of ${describe(receiver)}`);
}

const REGISTERS = /^(register_buffer|register_parameter|add_module)$/;

/** What a module is given under a name. */
function registered(machine: Machine, receiver: Extract<Value, { kind: 'object' }>, name: string, args: Arguments): Value {
  const [key, value] = args.positional;
  if (key?.kind === 'text' && name === 'register_parameter' && value) setAttribute(machine, receiver, key.value, value);
  else if (key?.kind === 'text')
    machine.journal.set(
      receiver.attributes,
      new Map(receiver.attributes.value).set(key.value, value ?? args.keywords.get('tensor') ?? NONE),
    );
  return NONE;
}

const CALLS = new Set(['forward', 'call', '__call__', 'apply']);

const SELF_RETURNING = new Set(['to', 'cuda', 'cpu', 'eval', 'train', 'float', 'double', 'half', 'requires_grad_', 'type']);
