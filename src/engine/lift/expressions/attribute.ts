import type { Machine } from '../machine';
import { lineageOf, member } from '../modules/classes';
import { imported, moduleMember, toldMethod } from '../modules/imports';
import { isSetForAll, isSetLater } from '../modules/set-later';
import { modelOr } from '../modules/unread-model';
import { NothingThere, Unreadable } from '../state/unreadable';
import { isAutogradFunction } from '../calls/autograd-function';
import { asksReduction, isKerasLoss } from '../calls/keras-loss';
import { isNetwork, partOfNetwork } from '../calls/network';
import { callSpelled } from '../calls/spelled';
import { plainOf } from './plain-names';
import { positional } from '../values/arguments';
import { derived, opaque } from '../values/opaque';
import { demandList, describe, expressionOf, isLearned, LEARNED, tensorOf, write } from '../values/tensor';
import { ofLibraryObject } from './library-object';
import { tuple, integer, float, type ObjectValue, type Value } from '../values/value';

/** `value.name`; null when the value has no such attribute. Throws Unreadable for what it cannot tell. */
export function attribute(machine: Machine, value: Value, name: string, depth = 0): Value | null {
  switch (value.kind) {
    case 'library':
      return libraryName(machine, `${value.name}.${name}`);
    case 'module':
      return moduleMember(machine, value.model, name) ?? imported(machine, `${value.model.dotted}.${name}`);
    case 'class':
      return ofClass(machine, value.model, name, depth);
    case 'object':
      return ofObject(machine, value, name, depth);
    case 'free':
      return ofFree(machine, value, name);
    case 'tensor':
    case 'complex':
      return ofTensor(machine, value, name);
    case 'opaque':
      return value.inputs.length > 0 && (machine.library.property(name) || machine.library.method(name))
        ? ofTensor(machine, value, name)
        : derived(machine, value, []);
    case 'tuple':
      return ofTuple(value, name);
    case 'number':
      return ofNumber(machine, value, name);
    case 'dtype':
      return ofDtype(machine, value.name, name);
    case 'function':
      return name === '__name__' ? { kind: 'text', value: value.name } : name === 'value' ? value : null;
    case 'text':
      return name === 'value' || name === 'name' ? value : { kind: 'method', receiver: value, name };
    case 'list':
    case 'dict':
    case 'super':
    case 'native':
      return { kind: 'method', receiver: value, name };
    default:
      if (value.kind === 'method') demandList(machine, value);
      throw new NothingThere(`.${name} of ${describe(value)}`, value);
  }
}

/** `value.name = assigned`. */
export function setAttribute(machine: Machine, value: Value, name: string, assigned: Value): void {
  if (name === 'data' && machine.library.framework.id === 'torch' && isTensor(machine, value)) return setData(machine, value, assigned);
  if (value.kind === 'library' && SETTINGS.test(value.name)) return;
  if (TRAINS.test(name) && machine.library.framework.id === 'torch' && (isTensor(machine, value) || mayTrain(machine, value)))
    return setTrained(machine, value, assigned);
  if (value.kind === 'free') return machine.inputs.setChild(`${value.path}.${name}`, assigned);
  if (value.kind === 'object')
    machine.journal.set(
      value.attributes,
      new Map(value.attributes.value).set(name, named(machine, value, name, laterSet(machine, name, assigned))),
    );
  else if (value.kind !== 'opaque' && value.kind !== 'function') throw new Unreadable(`assignment to .${name} of ${describe(value)}`);
}

/** What says of a tensor whether and how it is trained, and changes no value. */
const TRAINS = /^(requires_grad|grad)$/;

/** `x.requires_grad = False` cuts what reaches the tensor; nothing else about it matters to a value. */
function setTrained(machine: Machine, value: Value, assigned: Value): void {
  const tensor = value.kind === 'free' ? machine.inputs.tensor(value.path) : value;
  if (tensor.kind !== 'tensor' || assigned.kind !== 'boolean' || assigned.value) return;
  machine.trace.quietly(() => write(machine, tensor, machine.graph.apply('stop_gradient', [expressionOf(machine, tensor)])));
}

/** Whether a value is a trainable tensor that has no name yet, or a parameter of the loss that may be a tensor. */
function mayTrain(machine: Machine, value: Value): boolean {
  if (value.kind === 'free') return /^\w+$/.test(value.path) && !machine.inputs.isObject(value.path);
  return isLearned(value);
}

/** Settings of a library that change no value. */
const SETTINGS = /^torch\.backends(\.|$)/;

function isTensor(machine: Machine, value: Value): boolean {
  return value.kind === 'tensor' || (value.kind === 'free' && machine.inputs.isTensor(value.path));
}

/** `x.data = y`: other numbers in the same tensor, with the gradient that it had. */
function setData(machine: Machine, value: Value, assigned: Value): void {
  const tensor = value.kind === 'free' ? machine.inputs.tensor(value.path) : value;
  if (tensor.kind !== 'tensor') return;
  const [before, after] = [expressionOf(machine, tensor), expressionOf(machine, assigned)];
  if (before.shape.join() !== after.shape.join()) throw new Unreadable('assignment to .data of another shape');
  const node = machine.graph.apply('surrogate', [machine.graph.apply('stop_gradient', [after]), before]);
  machine.trace.quietly(() => write(machine, tensor, node));
}

/** A name of a library: a number, an element type, or a function, class or module still to be used. */
function libraryName(machine: Machine, dotted: string): Value {
  const name = machine.library.canonical(dotted);
  const constant = machine.library.constant(name);
  if (constant !== null) return float(constant);
  if (NEW_AXIS.test(name)) return { kind: 'none' };
  const plain = plainOf(name);
  if (plain) return plain;
  const dtype = machine.library.dtype(name);
  if (dtype !== null) return { kind: 'dtype', name: dtype, spelled: name };
  return imported(machine, dotted);
}

/** A trainable tensor of a module gets its name from the attribute that it is assigned to. */
function named(machine: Machine, object: ObjectValue, name: string, assigned: Value): Value {
  if (assigned.kind !== 'object' || assigned.library !== LEARNED || object.model === null) return assigned;
  const data = assigned.attributes.value.get('data');
  return data ? machine.inputs.learned(`self.${name}`, expressionOf(machine, data)) : assigned;
}

/** What a constructor leaves None is given later, where the code cannot do without it: an input of the loss then. */
function laterSet(machine: Machine, name: string, assigned: Value): Value {
  if (machine.trace.constructing === 0 || assigned.kind !== 'none' || assigned.origin !== undefined) return assigned;
  const path = `self.${name}`;
  return machine.inputs.given.has(path) ? { kind: 'free', path } : { kind: 'none', origin: path };
}

const NEW_AXIS = /\.newaxis$/;

function ofObject(machine: Machine, value: ObjectValue, name: string, depth: number): Value | null {
  const own = value.attributes.value.get(name);
  if (own) return modelOr(own, name, `self.${name}`);
  if (value.model) {
    if (name === '__class__') return { kind: 'class', model: value.model };
    const { classes, libraries, unknown } = lineageOf(machine, value.model);
    const found = member(machine, classes, name, value, depth);
    if (found) return found.kind === 'none' && isSetForAll(classes, name) ? machine.inputs.open(`self.${name}`) : found;
    if (name === 'apply' && isAutogradFunction(machine, value.model))
      return { kind: 'method', receiver: { kind: 'class', model: value.model }, name };
    if (name === '__doc__') return { kind: 'text', value: '' };
    if (name === 'training') return { kind: 'boolean', value: true };
    if (name === '_get_reduction' && libraries.some(isKerasLoss)) return asksReduction(value);
    const fallback = OWN.test(name) ? null : member(machine, classes, '__getattr__', value, depth);
    if (fallback) return machine.call(fallback, positional({ kind: 'text', value: name }), depth);
    if (libraries.length > 0 && OF_MODELS.test(name)) return machine.inputs.open(`self.${name}`);
    if (OF_FUNCTIONAL.test(name) && libraries.some((one) => FUNCTIONAL.test(one)))
      return machine.inputs.open(`${value.model.name}.${name}`);
    if (isSetLater(classes, name)) return machine.inputs.open(`self.${name}`);
    if (libraries.length === 0 && unknown.length === 0) return null;
    if (unknown.length > 0 && !METHOD.test(name))
      return opaque(machine, `self.${name}`, `may come from ${unknown[0] ?? 'a base'}, which was not read`, []);
    return METHOD.test(name) ? { kind: 'method', receiver: value, name } : null;
  }
  if (isNetwork(value) && !NETWORK_METHOD.test(name)) return partOfNetwork(machine, value, `.${name}`);
  if (isLearned(value) && machine.library.property(name)) return ofTensor(machine, tensorOf(machine, expressionOf(machine, value)), name);
  const given = ofLibraryObject(machine, value, name, depth);
  if (given) return given;
  return value.library === null ? null : { kind: 'method', receiver: value, name };
}

/** What a network is asked to do, where any other name is a part of it. */
const NETWORK_METHOD =
  /^(to|cuda|cpu|eval|train|float|double|half|requires_grad_|type|children|modules|parameters|buffers|named_\w+|state_dict|load_state_dict|register_forward_hook|apply|forward|get_\w+|forward_\w+|extract_\w+|encode_\w+)$/;

/** Methods that a library's base class gives to a module. */
const METHOD = /^(to|cuda|cpu|eval|train|float|double|half|forward|call|register_\w+|add_module|apply|add_weight|add_loss)$/;

/** Names that `__getattr__` is not asked for. */
const OWN = /^(__\w+__|training|device)$/;

/** What a library's model holds: its variables, and the penalties of its layers. */
const OF_MODELS = /^(trainable_variables|trainable_weights|variables|losses)$/;

/** A network whose weights are given at each call, and what such a one is asked for: as free as a network that is passed in. */
const FUNCTIONAL = /^(flax\.linen|haiku)\./;
const OF_FUNCTIONAL = /^(apply|init|init_with_output)$/;

function ofClass(machine: Machine, model: Extract<Value, { kind: 'class' }>['model'], name: string, depth: number): Value | null {
  if (name === '__name__') return { kind: 'text', value: model.name };
  const { classes } = lineageOf(machine, model);
  const found = member(machine, classes, name, { kind: 'class', model }, depth);
  return (
    found ?? (name === 'apply' && isAutogradFunction(machine, model) ? { kind: 'method', receiver: { kind: 'class', model }, name } : null)
  );
}

function ofFree(machine: Machine, value: Extract<Value, { kind: 'free' }>, name: string): Value | null {
  const known = machine.inputs.child(`${value.path}.${name}`);
  if (known) return known;
  if (/^(get|parameters|items|keys|values)$/.test(name) && !machine.inputs.isTensor(value.path))
    return { kind: 'method', receiver: value, name };
  if (machine.inputs.isObject(value.path)) return machine.inputs.open(`${value.path}.${name}`);
  if (ON_TENSORS.has(name)) return ofTensor(machine, value, name);
  if (name === 'at' && machine.library.framework.id === 'jax') return { kind: 'method', receiver: machine.inputs.tensor(value.path), name };
  if (machine.library.property(name) || isMethod(machine, name) || machine.inputs.isTensor(value.path))
    return ofTensor(machine, value, name);
  if (MAPPING.test(name)) return { kind: 'method', receiver: value, name };
  machine.inputs.object(value.path);
  return machine.inputs.open(`${value.path}.${name}`);
}

/** Attributes that say where and how a tensor lives, and nothing of what a parameter is. */
const ON_TENSORS = new Set(['device', 'is_cuda', 'is_sparse', 'requires_grad', 'grad_fn']);

const MAPPING = /^(items|keys|values|get|append|lower|upper|strip|casefold)$/;

function ofTensor(machine: Machine, value: Value, name: string): Value | null {
  const property = machine.library.property(name);
  if (property && !(name === 'size' && machine.library.method('size')))
    return callSpelled(machine, `.${name}`, property, positional(value), 0);
  if (isMethod(machine, name)) return { kind: 'method', receiver: value, name };
  if (name === 'is_cuda' || name === 'is_sparse') return { kind: 'boolean', value: false };
  if (name === 'requires_grad') return { kind: 'boolean', value: true };
  if (name === 'device' && machine.library.framework.id === 'torch') return place(machine);
  return name === 'device' || name === 'grad_fn' ? { kind: 'none' } : { kind: 'method', receiver: value, name };
}

/** The device of a tensor: a loss is read on the processor. */
function place(machine: Machine): Value {
  const parts: [string, Value][] = [
    ['type', { kind: 'text', value: 'cpu' }],
    ['index', { kind: 'none' }],
  ];
  const attributes = machine.journal.cell<ReadonlyMap<string, Value>>(new Map(parts));
  return { kind: 'object', model: null, library: 'torch.device', constructed: null, attributes };
}

function isMethod(machine: Machine, name: string): boolean {
  return (
    machine.library.method(name) !== null ||
    toldMethod(machine, name) !== null ||
    (name.endsWith('_') && machine.library.method(name.slice(0, -1)) !== null)
  );
}

function ofTuple(value: Extract<Value, { kind: 'tuple' }>, name: string): Value | null {
  const at = value.names?.indexOf(name) ?? -1;
  if (at >= 0) return value.items[at] ?? null;
  if (name === 'rank' || name === 'ndims') return integer(value.items.length);
  if (name === 'dims') return value;
  return OF_TUPLES.has(name) ? { kind: 'method', receiver: value, name } : null;
}

/** Methods of tuples, and of shapes, which are tuples here. */
const OF_TUPLES = new Set(
  '__len__ as_list numel num_elements index count assert_is_compatible_with assert_has_rank is_compatible_with is_fully_defined'.split(' '),
);

function ofNumber(machine: Machine, value: Value, name: string): Value | null {
  if (name === 'shape') return tuple([]);
  if (name === 'ndim') return integer(0);
  if (name === 'dtype') return { kind: 'dtype', name: 'float' };
  if (name === 'value') return value;
  return isMethod(machine, name) || name === 'is_integer' ? { kind: 'method', receiver: value, name } : null;
}

function ofDtype(machine: Machine, dtype: string, name: string): Value | null {
  if (name === 'is_floating_point') return { kind: 'boolean', value: dtype !== 'int' && dtype !== 'bool' };
  if (name === 'name') return { kind: 'text', value: dtype };
  return name === 'base_dtype' || name === 'type' ? { kind: 'dtype', name: dtype } : libraryName(machine, `numpy.${name}`);
}
