import { sequentialOf } from '../calls/sequential';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { eitherSide } from '../expressions/logic';
import { asNumber } from '../values/apply';
import { positional } from '../values/arguments';
import { iterate } from '../values/iterate';
import { itemsOf, textOf } from '../values/plain';
import { truth } from '../values/truth';
import { isModelName } from '../roles/names';
import { expressionOf, holdsParts, tensorOf } from '../values/tensor';
import { NONE, integer, tuple, type Value, type Arguments } from '../values/value';
import type { Bound } from './bound';
import type { Primitive } from './primitive';
import { overRows, restacked, rowsOf } from './rows';

/** `partial(f, *args, **kwargs)`. */
function partial(machine: Machine, at: Bound, depth: number): Value {
  const callee = at.value('f');
  const first = at.items('args');
  const given = at.value('kwargs');
  const named = given.kind === 'tuple' ? (given.names ?? []).map((name, i): [string, Value] => [name, given.items[i] ?? NONE]) : [];
  const call = (args: Arguments): Value =>
    machine.call(callee, { positional: [...first, ...args.positional], keywords: new Map([...named, ...args.keywords]) }, depth);
  return { kind: 'native', name: 'partial', call };
}

/** A function over rows: each row is run, and the results are stacked. */
function vmap(machine: Machine, at: Bound, depth: number): Value {
  const callee = at.value('f');
  const axes = at.value('in_axes');
  const out = asNumber(at.value('out_axes')) ? at.integer('out_axes') : 0;
  return { kind: 'native', name: 'vmap', call: (args) => overRows(machine, callee, args, axes, out, depth) };
}

/** `tf.map_fn`, `lax.map`: a function of rows, or of a tuple of rows where several arrays are given. */
function mapped(machine: Machine, at: Bound, depth: number): Value {
  const [callee, x] = [at.value('f'), at.value('x')];
  const items = itemsOf(x);
  if (!items) return overRows(machine, callee, positional(x), integer(0), 0, depth);
  const joined = (args: Arguments): Value => machine.call(callee, positional(tuple(args.positional)), depth);
  return overRows(machine, { kind: 'native', name: 'map', call: joined }, positional(...items), integer(0), 0, depth);
}

/** `lax.cond`: both sides are read, one runs. */
function cond(machine: Machine, at: Bound, depth: number): Value {
  const condition = truth(machine, at.value('condition'));
  const one = at.value('operand');
  const operands = positional(...(itemsOf(one)?.length === 0 ? (itemsOf(at.value('operands')) ?? []) : [one]));
  const run = (name: string): Value => {
    const branch = at.value(name);
    return ['function', 'native', 'library', 'method', 'object'].includes(branch.kind) ? machine.call(branch, operands, depth) : branch;
  };
  if (typeof condition === 'boolean') return run(condition ? 'on_true' : 'on_false');
  return eitherSide(
    machine,
    condition,
    () => run('on_true'),
    () => run('on_false'),
  );
}

/** `lax.scan`: what the turns give stands at the place of what they were given, from whichever end they began. */
function scan(machine: Machine, at: Bound, depth: number): Value {
  const backwards = at.flag('reverse');
  const rows = backwards ? [...turnsOf(machine, at)].reverse() : turnsOf(machine, at);
  let carry = at.value('init');
  const outputs: Value[] = [];
  for (const row of rows) {
    const [next, output] = iterate(machine, machine.call(at.value('f'), positional(carry, row), depth), 2);
    carry = next ?? NONE;
    outputs.push(output ?? NONE);
  }
  const stackable = outputs.length > 0 && outputs.every((output) => output.kind !== 'none');
  return tuple([carry, stackable ? restacked(machine, backwards ? outputs.reverse() : outputs, 0) : NONE]);
}

/** What each turn of a scan is given. */
function turnsOf(machine: Machine, at: Bound): readonly Value[] {
  const xs = at.value('xs');
  if (xs.kind === 'none') return Array.from({ length: at.integer('length') }, () => NONE);
  if (!itemsOf(xs) && xs.kind !== 'dict') return iterate(machine, xs);
  const { count, at: turn } = rowsOf(machine, xs, integer(0));
  return Array.from({ length: count }, (_, i) => turn(i));
}

function repeatedly(machine: Machine, at: Bound, depth: number): Value {
  const [low, high] = [at.integer('low'), at.integer('high')];
  if (high - low > 200) throw new Unreadable(`a loop of ${high - low} turns`);
  let value = at.value('init');
  for (let i = low; i < high; i++) value = machine.call(at.value('body'), positional(integer(i), value), depth);
  return value;
}

/** Runs a function over all axes in front of those that its signature names: `(n),()->()`. */
function vectorize(machine: Machine, at: Bound, depth: number): Value {
  const callee = at.value('f');
  const cores = at.has('signature')
    ? (at.text('signature').split('->')[0] ?? '').split(/\)\s*,\s*\(/).map(
        (core) =>
          core
            .replace(/[()\s]/g, '')
            .split(',')
            .filter((name) => name !== '').length,
      )
    : [];
  const run = (args: Arguments): Value => {
    const extra = args.positional.map((value, i) => expressionOf(machine, value).shape.length - (cores[i] ?? 0));
    const most = Math.max(0, ...extra);
    if (most === 0) return machine.call(callee, args, depth);
    const axes = tuple(extra.map((count) => (count === most ? integer(0) : NONE)));
    return overRows(machine, { kind: 'native', name: 'vectorize', call: run }, args, axes, 0, depth);
  };
  return { kind: 'native', name: 'vectorize', call: run };
}

function folded(machine: Machine, at: Bound, depth: number): Value {
  const items = [...(at.has('init') ? [at.value('init')] : []), ...iterate(machine, at.value('items'))];
  const [first = NONE, ...rest] = items;
  return rest.reduce((total, item) => machine.call(at.value('f'), positional(total, item), depth), first);
}

/** A decorator or context: what it is called with, unchanged. */
function transparent(at: Bound, name: string): Value {
  const given = at.value(name);
  if (given.kind !== 'none' && !(given.kind === 'tuple' && given.items.length === 0))
    return given.kind === 'tuple' ? (given.items[0] ?? given) : given;
  return { kind: 'native', name: 'transparent', call: (args) => args.positional[0] ?? NONE };
}

/** The library name of a container of modules. */
function container(machine: Machine, library: string, entries: ReadonlyMap<string, Value>): Value {
  return { kind: 'object', model: null, library, constructed: null, attributes: machine.journal.cell(entries) };
}

/** torch's numbers for its reductions. */
const REDUCTION_NUMBERS = ['none', 'mean', 'sum'];

/** A value with memory of its own. */
function copy(machine: Machine, at: Bound): Value {
  const value = at.value('x');
  if (value.kind === 'list') return { kind: 'list', cell: machine.journal.cell(value.cell.value) };
  if (value.kind === 'dict') return { kind: 'dict', cell: machine.journal.cell(value.cell.value) };
  if (value.kind !== 'tensor' && value.kind !== 'free') return value;
  const made = tensorOf(machine, at.node('x'));
  machine.trace.copies.add(made.cell);
  return made;
}

/** Functions of functions, contexts, and the containers of modules. */
export const FUNCTIONALS = {
  identity: (machine, at) => (at.value('x').kind === 'free' ? tensorOf(machine, at.node('x')) : at.value('x')),
  as_is: (_, at) => at.value('x'),
  copy,
  copy_object: (machine, at) => {
    const value = at.value('x');
    const isWhole =
      value.kind === 'free' && (holdsParts(machine, value.path) || (isModelName(value.path) && !machine.inputs.isTensor(value.path)));
    return isWhole ? machine.inputs.copyOf(value.path) : copy(machine, at);
  },
  transparent: (_, at) => transparent(at, 'f'),
  decorator_factory: () => ({ kind: 'native', name: 'decorator', call: (args) => args.positional[0] ?? NONE }),
  context: () => ({ kind: 'native', name: 'context', call: (args) => args.positional[0] ?? NONE }),
  ignore: () => NONE,
  partial,
  vmap,
  cond,
  map_function: mapped,
  scan,
  fold: folded,
  vectorize,
  fori_loop: repeatedly,
  open: (machine, at) => machine.inputs.open(at.text('path')),
  answer: (_, at) => at.value('value'),
  reduction_enum: (machine, at) => {
    const value = at.value('reduction');
    const known = value.kind === 'free' ? machine.inputs.option(value.path, 'mean', 'sum', 'none') : value;
    return integer(REDUCTION_NUMBERS.indexOf(textOf(known, 'reduction')));
  },
  parameter: (machine, at) =>
    container(
      machine,
      'lift.parameter',
      new Map([
        ['data', at.value('data')],
        ['own', { kind: 'boolean', value: machine.trace.constructing > 0 }],
      ]),
    ),
  weight: (machine, at) => {
    const shape = at.integers('shape');
    const start = machine.graph.intern('random', [], { distribution: 'normal', serial: machine.graph.size }, shape, 'float');
    return machine.inputs.learned(`weight("${at.text('name')}")`, start);
  },
  module_list: (machine, at) =>
    container(machine, 'module_list', new Map([['items', { kind: 'list', cell: machine.journal.cell(at.items('modules')) } as const]])),
  module_dict: (machine, at) => container(machine, 'module_dict', new Map([['items', at.value('modules')]])),
  sequential: (machine, at) => sequentialOf(machine, at.items('modules')),
  unsupported: () => {
    throw new Unreadable('known, but not modelled');
  },
} satisfies Record<string, Primitive>;
