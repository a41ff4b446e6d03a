import type { Completion, Frame, Machine } from '../machine';
import { namesLoss } from '../losses/loss-names';
import { settle } from '../state/branch';
import type { Cell } from '../state/journal';
import { alongPaths } from '../state/paths';
import { Diverged, Raised, Unreadable } from '../state/unreadable';
import { NONE, type FunctionValue, type Open, type Value, type Arguments, type Scope } from '../values/value';
import { bind, type ParameterSpec } from './signature-text';

const DEEPEST = 24;

/** Runs a function of the source on arguments. Throws Unreadable, Raised. */
export function invoke(machine: Machine, callee: FunctionValue, args: Arguments, depth: number): Value {
  if (depth >= DEEPEST) throw new Unreadable(`${callee.name} calls itself or is nested too deeply`);
  const given = callee.receiver ? afterReceiver(callee.receiver, args) : args;
  const bound = bind(specsOf(machine, callee), given, callee.name);
  return runBody(machine, callee, bindRest(machine, callee, bound, depth === 0, args.open), depth);
}

function afterReceiver(receiver: Value, args: Arguments): Arguments {
  const elements = args.open?.elements;
  const open = elements ? { ...args.open, elements: { ...elements, from: elements.from + 1 } } : args.open;
  return { ...args, positional: [receiver, ...args.positional], ...(open ? { open } : {}) };
}

/** Runs a function's body with its names already bound: once, or path by path where its conditions on data cannot be joined. */
function runBody(machine: Machine, callee: FunctionValue, names: ReadonlyMap<string, Value>, depth: number): Value {
  const body = callee.node.field('body');
  if (!body) return NONE;
  const generates = callee.node.type !== 'lambda' && machine.memory.generates(body);
  const run = (choices: Frame['choices']): Value => {
    const scope: Scope = { names: machine.journal.cell(names), parent: callee.scope, outer: new Set(), of: callee.node };
    const receiver = callee.receiver ?? (callee.owner ? ([...names.values()][0] ?? null) : null);
    const given = generates ? { given: machine.journal.cell<readonly Value[] | null>([]) } : {};
    const frame: Frame = { scope, module: callee.module, owner: callee.owner, receiver, depth: depth + 1, pending: [], choices, ...given };
    if (frame.given) return allGiven(machine, machine.execute(body, frame), frame.given);
    const { path } = callee.module;
    return path !== null && isLoss(callee) ? machine.trace.insideLossOf(path, () => finish(frame)) : finish(frame);
  };
  const finish = (frame: Frame): Value =>
    callee.node.type === 'lambda' ? machine.evaluate(body, frame) : resultOf(machine, machine.execute(body, frame), frame);
  return joinedOrApart(machine, run);
}

/** Whether a name says that a function is a loss, or a method of one that can be called. */
function isLoss({ name, owner }: FunctionValue): boolean {
  return namesLoss(name) || (owner !== null && namesLoss(owner.name) && CALLED.some((one) => owner.methods.has(one)));
}

/** Names of the methods by which a loss is called. */
const CALLED: readonly string[] = ['forward', 'call', '__call__'];

/** A generator is run to its end: a list of all that it gives. */
function allGiven(machine: Machine, completion: Completion, given: Cell<readonly Value[] | null>): Value {
  if (completion.kind === 'raise') throw new Raised(completion.message);
  if (completion.kind === 'split' || !given.value) throw new Unreadable('a generator of which it is not known what it gives');
  return { kind: 'list', cell: machine.journal.cell<readonly Value[]>(given.value) };
}

function joinedOrApart(machine: Machine, run: (choices: Frame['choices']) => Value): Value {
  const { trace } = machine;
  const since = trace.uses.length;
  const again = (choices: Frame['choices']): Value => trace.besides(since, () => run(choices));
  try {
    const { result, writes } = machine.journal.attempt(() => run(null));
    machine.journal.redo(writes);
    return result;
  } catch (error) {
    if (!(error instanceof Diverged)) throw error;
  }
  try {
    return alongPaths(machine, again);
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof Diverged)) throw error;
  }
  trace.tolerant++;
  try {
    return again(null);
  } finally {
    trace.tolerant--;
  }
}

function resultOf(machine: Machine, completion: Completion, frame: Frame): Value {
  if (completion.kind === 'raise') throw new Raised(completion.message);
  return settle(machine, frame.pending, completion.kind === 'return' ? completion.value : NONE);
}

function specsOf({ memory }: Machine, callee: FunctionValue): ParameterSpec[] {
  return memory.parametersOf(callee.node).map(({ name, kind }) => ({ name, kind, default: callee.defaults.get(name) ?? null }));
}

/** `**kwargs` becomes a dict, `*args` stays a tuple; those of the loss itself may hold more than is known, and what is handed on from there. */
function bindRest(machine: Machine, callee: FunctionValue, bound: Map<string, Value>, own: boolean, open: Open = {}): Map<string, Value> {
  const parameters = machine.memory.parametersOf(callee.node);
  const rest = parameters.find((parameter) => parameter.kind === 'kwargs');
  const more = parameters.find((parameter) => parameter.kind === 'args');
  const listed = more ? bound.get(more.name) : undefined;
  const elements = open.elements?.path ?? (own ? more?.name : undefined);
  if (more && listed?.kind === 'tuple' && elements !== undefined) bound.set(more.name, { ...listed, open: elements });
  const keywords = rest ? bound.get(rest.name) : undefined;
  if (!rest || keywords?.kind !== 'tuple') return bound;
  const entries = new Map(
    keywords.items.map((value, i) => [
      `s:${keywords.names?.[i] ?? ''}`,
      { key: { kind: 'text', value: keywords.names?.[i] ?? '' } as const, value },
    ]),
  );
  const left = open.entries ?? (own ? rest.name : undefined);
  return bound.set(rest.name, { kind: 'dict', cell: machine.journal.cell(entries), ...(left === undefined ? {} : { open: left }) });
}
