import type { CallableClass } from '../../frameworks/framework';
import type { Machine } from '../machine';
import { instantiate, lineageOf, member, membersOf } from '../modules/classes';
import { imported } from '../modules/imports';
import { demandParts } from '../inputs/parts';
import { isModelName } from '../roles/names';
import { noticed } from '../state/noticed';
import { NothingThere, Raised, TooMany, Unreadable } from '../state/unreadable';
import { castTo } from '../primitives/cast';
import { asNumber } from '../values/apply';
import { isShape } from '../values/plain';
import { derived, opaque } from '../values/opaque';
import { describe } from '../values/tensor';
import { tuple, type Arguments, type ClassModel, type ObjectValue, type Value } from '../values/value';
import { Bound } from '../primitives/bound';
import { PRIMITIVES } from '../primitives/primitives';
import { callBuiltin } from './builtins';
import { invoke } from './invoke';
import { callItertools } from './itertools';
import { callRe } from './regular-expressions';
import { isLeftOpen } from '../modules/left-open';
import { callOwnLoss, isKerasLoss } from './keras-loss';
import { callMethod, ofConstructor } from './methods';
import { callNetwork, isNetwork, makesNetwork, networkNamed } from './network';
import { feed } from '../state/feed';
import { callSequential } from './sequential';
import { inPreferred } from './preferred';
import { callInstance, callSpelled } from './spelled';

/** Calls a value; what cannot be read becomes an opaque value. Throws Raised and OutOfSteps only. */
export function callValue(machine: Machine, callee: Value, args: Arguments, depth: number): Value {
  machine.trace.step();
  try {
    return dispatch(machine, callee, args, depth);
  } catch (error) {
    if (error instanceof TooMany && demandParts(machine.inputs, args.positional, args.positional.length - error.excess))
      throw new Raised(error.message);
    const why = noticed(machine, error);
    if (why === null) throw error;
    return opaque(machine, nameOf(callee), why, receiverAnd(callee, args));
  }
}

function dispatch(machine: Machine, callee: Value, args: Arguments, depth: number): Value {
  switch (callee.kind) {
    case 'function':
      return isLeftOpen(callee)
        ? callFree(machine, `self.${callee.name.split('.').at(-1) ?? ''}`, args)
        : invoke(machine, callee, args, depth);
    case 'native':
      return callee.call(args);
    case 'class':
      return membersOf(machine, callee.model) && args.positional[0]
        ? args.positional[0]
        : instantiate(machine, raisable(callee.model), args, depth);
    case 'library':
      return callLibrary(machine, callee.name, args, depth);
    case 'object':
      return callObject(machine, callee, args, depth);
    case 'method':
      return callMethod(machine, callee.receiver, callee.name, args, depth);
    case 'free':
      return callFree(machine, callee.path, args);
    case 'opaque':
      return derived(machine, callee, receiverAnd(callee, args));
    case 'number':
      if (callee.of?.as !== 'count') throw new NothingThere(`a call of ${describe(callee)}`, callee);
      return callFree(machine, callee.of.path, args);
    case 'super':
      return callee;
    case 'dtype':
      return callDtype(machine, callee, args, depth);
    default:
      throw new NothingThere(`a call of ${describe(callee)}`, callee);
  }
}

type DtypeValue = Extract<Value, { kind: 'dtype' }>;

/** `jnp.float32(x)`: a number stays itself, a tensor changes its element type. */
function castOf(machine: Machine, { name }: DtypeValue, value: Value): Value {
  const kind = name === 'int' || name === 'bool' ? name : 'float';
  return asNumber(value) ?? castTo(machine, value, { kind, format: /^b?float\d+$/.test(name) ? name : null });
}

function callLibrary(machine: Machine, name: string, args: Arguments, depth: number): Value {
  if (name.startsWith('builtins.')) return callBuiltin(machine, name.slice('builtins.'.length), args, depth);
  if (name.startsWith('re.')) return callRe(machine, name.slice('re.'.length), args);
  if (name.startsWith('itertools.')) return callItertools(machine, name.slice('itertools.'.length), args);
  const several = args.positional.length > 1 ? tuple(args.positional) : null;
  const sizes = name === 'torch.Tensor' ? (sizesIn(args) ?? several) : null;
  if (sizes) return PRIMITIVES.empty(machine, new Bound(machine, new Map([['shape', sizes]])), depth);
  const older = ofVersion1(machine, name, args);
  if (older) return machine.call(older, args, depth);
  const spelling = machine.library.function(name);
  if (spelling) return inPreferred(machine, args, (given) => callSpelled(machine, name, spelling, given, depth));
  if (machine.library.class(name))
    return { kind: 'object', model: null, library: name, constructed: args, attributes: machine.journal.cell(new Map()) };
  if (LAYERS.test(name)) return layer(machine, name);
  if (makesNetwork(name)) return networkNamed(machine, name.split('.').at(-1) ?? name);
  throw new Unreadable(`${name} is not modelled`);
}

/** Layers and networks of libraries, whose weights are their own. */
const LAYERS = /^(keras\.(layers|models|applications)|flax\.(linen|nnx)|haiku(\.nets)?|equinox\.nn)\.[A-Z]\w*$|^keras\.(Sequential|Model)$/;

/** A layer is a function that nobody knows, as one that is passed in; what it returns is as free as a parameter. */
function layer(machine: Machine, library: string): Value {
  const made = machine.inputs.output(library.split('.').at(-1) ?? library, []);
  const name = made.kind === 'free' ? made.path : library;
  const call = (args: Arguments): Value => {
    const given = [...args.positional, ...args.keywords.values()];
    const paths = given.map(pathOf);
    feedAll(machine, given, paths);
    return machine.inputs.output(
      name,
      paths.map((one) => one ?? '…'),
    );
  };
  return { kind: 'native', name, call };
}

/** What a model is given is known by its path, or by what it is computed from. */
function feedAll(machine: Machine, given: readonly Value[], paths: readonly (string | null)[]): void {
  paths.forEach((one) => (one === null ? undefined : machine.inputs.fed.add(one)));
  feed(
    machine,
    given.filter((_, i) => paths[i] === null),
  );
}

/** The loss of TensorFlow 1 that has a name of Keras, where the call has arguments that only the older one takes. */
function ofVersion1(machine: Machine, name: string, args: Arguments): Value | null {
  if (!name.startsWith('keras.losses.') || ![...args.keywords.keys()].some((keyword) => OF_VERSION_1.test(keyword))) return null;
  const older = imported(machine, name.replace('keras.', 'tensorflow.compat.v1.'));
  return older.kind === 'function' ? older : null;
}

const OF_VERSION_1 = /^(labels|predictions|weights|reduction|scope|loss_collection)$/;

/** `jnp.float32(x)`, `torch.LongTensor([…])`: a tensor of that type; of sizes alone, one whose content is not set. */
function callDtype(machine: Machine, dtype: DtypeValue, args: Arguments, depth: number): Value {
  const [first] = args.positional;
  const several = args.positional.length > 1 ? tuple(args.positional) : null;
  const sizes = first && machine.library.framework.id === 'torch' ? (sizesIn(args) ?? several) : several;
  if (!sizes && (first?.kind === 'number' || first?.kind === 'tensor')) return castOf(machine, dtype, first);
  const values = new Map<string, Value>([['dtype', dtype], sizes ? ['shape', sizes] : ['data', first ?? tuple([])]]);
  return PRIMITIVES[sizes ? 'empty' : 'tensor'](machine, new Bound(machine, values), depth);
}

/** The sizes that torch's old constructors take for data that are not set: numbers, or the shape of an array. */
function sizesIn({ positional }: Arguments): Value | null {
  const [only] = positional;
  if (positional.length === 1 && only && isShape(only)) return only;
  return positional.every((arg) => arg.kind === 'number') ? tuple(positional) : null;
}

/** What an object was made with, and whether it trains, where that decides what it does. */
function asSet({ parameters }: CallableClass, { attributes }: ObjectValue, constructed: Arguments): Arguments {
  const training = /\btraining\b/.test(parameters) ? attributes.value.get('training') : undefined;
  return training ? { ...constructed, keywords: new Map(constructed.keywords).set('training', training) } : constructed;
}

/** An instance is called by its `__call__`, `forward` or `call`, or as its library's class is. */
function callObject(machine: Machine, callee: ObjectValue, args: Arguments, depth: number): Value {
  if (isNetwork(callee)) return callNetwork(machine, callee, args);
  if (callee.library === 'sequential') return callSequential(machine, callee, args, depth);
  if (callee.library !== null) {
    const model = machine.library.class(callee.library);
    if (model && callee.constructed)
      return callInstance(machine, callee.library, model, asSet(model, callee, callee.constructed), args, depth);
  }
  if (callee.model) {
    const { classes, libraries } = lineageOf(machine, callee.model);
    for (const name of ['__call__', 'forward', 'call']) {
      const method = member(machine, classes, name, callee, depth);
      if (method && name === 'call' && libraries.some(isKerasLoss)) return callOwnLoss(machine, callee, method, args, depth);
      if (method) return callValue(machine, method, args, depth);
    }
    const base = libraries.find((name) => machine.library.class(name));
    const model = base === undefined ? null : machine.library.class(base);
    if (base !== undefined && model)
      return callInstance(machine, base, model, { positional: [], keywords: ofConstructor(machine, model, callee) }, args, depth);
  }
  throw new Unreadable(`a call of ${describe(callee)}`);
}

/** A parameter of the loss that is called: an unknown function by design. What a model returns is a prediction of its own. */
function callFree(machine: Machine, path: string, args: Arguments): Value {
  if (machine.inputs.isTensor(path)) throw new Unreadable(`${path} is used as a tensor and called`);
  const given = [...args.positional, ...args.keywords.values()];
  const setting = settingOf(machine, path, given);
  if (setting) return setting;
  machine.inputs.callable(path);
  const ofModel = path.split('.').some((part) => isModelName(part));
  if (!(ofModel || MATCHER.test(path)) || machine.inputs.isReplaced(path))
    return opaque(machine, path, 'a callable parameter', given, true);
  const paths = given.map(pathOf);
  feedAll(machine, given, paths);
  return machine.inputs.output(
    path,
    paths.map((one) => one ?? '…'),
  );
}

/** What an object is asked for by words alone, `config.exists("loss", "weights")`: one of the settings; null for any other call. */
function settingOf(machine: Machine, path: string, given: readonly Value[]): Value | null {
  const words = given.flatMap((one) => (one.kind === 'text' ? [one.value] : []));
  if (!path.includes('.') || words.length === 0 || words.length < given.length) return null;
  const name = `${path}${words.map((word) => `["${word}"]`).join('')}`;
  return ASKS.test(path) ? machine.inputs.option(name, false, true) : machine.inputs.open(name);
}

const ASKS = /\.(exists|has|contains|has_\w+)$/;

/** What matches predictions with targets: the pairs that it finds are as free as a parameter. */
const MATCHER = /(^|[._])(matcher|assigner|miner)$/;

/** The parameter that a value is, or null. */
function pathOf(value: Value): string | null {
  if (value.kind === 'free') return value.path;
  const node = value.kind === 'tensor' ? value.cell.value : null;
  return node?.op === 'parameter' ? String(node.attributes.name) : null;
}

function receiverAnd(callee: Value, args: Arguments): Value[] {
  const receiver = callee.kind === 'method' ? [callee.receiver] : callee.kind === 'function' && callee.receiver ? [callee.receiver] : [];
  return [...receiver, ...args.positional, ...args.keywords.values()];
}

function nameOf(callee: Value): string {
  if (callee.kind === 'method') return callee.name;
  if (callee.kind === 'function' || callee.kind === 'native' || callee.kind === 'library') return callee.name;
  return callee.kind === 'class' ? callee.model.name : describe(callee);
}

/** A class that is not an exception: making one of those is about to raise it. */
function raisable(model: ClassModel): ClassModel {
  const bases = model.node.field('superclasses')?.children ?? [];
  const isException = bases.some(({ text }) => /(Error|Exception|Warning)$/.test(text));
  if (isException && /(Error|Exception)$/.test(model.name)) throw new Raised(model.name);
  return model;
}
