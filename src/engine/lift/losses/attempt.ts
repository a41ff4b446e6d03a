import type { PyModule, PyNode } from '../../syntax/python/node';
import type { Framework } from '../../frameworks/framework';
import type { Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import { Executor } from '../executor';
import { assign } from '../statements/assign';
import { runAlone } from '../statements/block';
import { heedAround } from '../statements/condition';
import { withOrigin, plainValue, countValue } from '../inputs/plain-value';
import type { Plan } from '../inputs/plan';
import { applyFunction } from '../calls/autograd-function';
import { functionOf } from '../calls/function-of';
import { parametersOf } from '../calls/parameters';
import type { Frame } from '../machine';
import { instantiate, lineageOf, member } from '../modules/classes';
import { moduleMember } from '../modules/imports';
import type { Memory } from '../modules/memory';
import type { Reliance } from '../modules/reliance';
import { ownModule } from '../modules/own-module';
import type { Resolve } from '../modules/workspace';
import { roleOfName } from '../roles/names';
import type { OptionValue } from '../state/trace';
import type { Breach } from '../state/breach';
import { OutOfSteps, Raised, Unreadable } from '../state/unreadable';
import { opaque } from '../values/opaque';
import { itemsOf } from '../values/plain';
import { tuple, type Arguments, type ClassModel, type Value, type ModuleModel } from '../values/value';
import type { Candidate } from './candidate';
import { askArrays, breachOf } from './breached';
import { lookUpsAtOdds } from './looked-up';
import { givenInputs } from './factory';
import { resultOf } from './result';
import { memberOf } from './member-option';
import { inside, nested } from './nested';
import { holdSettings } from './settings';
import { isPlainNumber } from './priors';
import type { SignatureParameter } from './signature';
import { othersOf } from './star-arguments';

/** What reading a candidate once needs. */
export interface Reading {
  readonly module: PyModule;
  readonly framework: Framework;
  readonly plan: Plan;
  readonly resolve: Resolve | undefined;
  readonly packages: Resolve | undefined;
  readonly memory: Memory;
  readonly reliance: Reliance;
  readonly overrides: Readonly<Record<string, OptionValue>>;
  /** Parameters that are given as tensors from outside although their default is None. */
  readonly given: ReadonlySet<string>;
  /** Options that decide otherwise than the code asks first. */
  readonly decided?: ReadonlyMap<string, OptionValue>;
  /** Whether selections that meet whole tensors are taken to be whole. */
  readonly whole?: boolean;
  /** Parameters taken to be the same object as another one. */
  readonly twins: ReadonlyMap<string, string>;
  readonly steps: number;
  /** So many breaches of shape rules make this reading worse than one before. */
  readonly worst: number;
  /** Whether what raises is a gap where it stands: for a loss that raises under all shapes. */
  readonly lenient?: boolean;
  /** Whether to read on although a parameter turns out to be positions. */
  readonly settled?: boolean;
}

/** One reading of a candidate. */
export interface Attempt {
  readonly executor: Executor;
  readonly value: Value;
  readonly body: Expression | null;
  /** How Python takes the result out of what is returned; null where no subscript does. */
  readonly part: string | null;
  /** How badly the sizes do not fit: breaches of shape rules, and a great deal more for an exception that nothing catches. */
  readonly cost: number;
  /** Why the sizes do not fit, if they do not. */
  readonly problems: readonly string[];
  /** What the first of the problems was about. */
  readonly breach: Breach | null;
  /** The default of each parameter as it was evaluated. */
  readonly defaults: ReadonlyMap<string, Value>;
}

/** Reads a candidate under one plan. Whatever stops it, a stack too deep included, becomes the reason of an unread loss. */
export function attempt(candidate: Candidate, signature: readonly SignatureParameter[], reading: Reading): Attempt {
  const executor = new Executor(reading);
  const model = ownModule(executor, reading.module);
  holdSettings(executor, reading.module, reading.overrides);
  const defaults = new Map<string, Value>();
  const problems: string[] = [];
  let value: Value;
  try {
    value = executor.trace.at(candidate.nameSpan, () =>
      givenInputs(executor, called(executor, model, candidate, signature, reading, defaults)),
    );
  } catch (error) {
    value = failure(executor, candidate, error, problems);
  }
  const result = resultOf(executor, value, candidate.kind === 'expression' ? null : candidate.node);
  const body = result?.node ?? null;
  const all = [...executor.trace.problems, ...problems];
  const breach = all[0] === undefined ? null : breachOf(executor, all[0]);
  if (breach) askArrays(executor, breach);
  return {
    executor,
    value,
    body,
    part: result?.part ?? null,
    problems: all,
    breach,
    cost:
      executor.trace.problems.reduce((sum, one) => sum + (UNDECIDED.test(one) ? MANY : 1), 0) +
      (body ? lookUpsAtOdds(body) : 0) +
      MANY * executor.inputs.needed.size +
      UNCAUGHT * problems.length,
    defaults,
  };
}

/** A branch of which neither side was read, or None that is computed with, hides what else does not fit. */
const UNDECIDED = /^the truth value of an array/;
const MANY = 12;

/** Cost of an exception that nothing catches; a reading that does not end costs twice that. */
export const UNCAUGHT = 1000;

/** What is raised where floats are of a type that the code does not take. */
const OF_TYPE = /^(raise|assert)\b.*(type|\bu?int(eger)?(8|16|32|64)?s?\b|\blong)/i;

function failure(executor: Executor, candidate: Candidate, error: unknown, problems: string[]): Value {
  if (error instanceof Raised || error instanceof ShapeError) problems.push(error.message);
  const { last, positions } = executor.inputs;
  const { typed } = last;
  if (typed !== null && error instanceof Raised && OF_TYPE.test(error.message)) positions.add(typed);
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof OutOfSteps) problems.push(message, message);
  return opaque(executor, candidate.name, error instanceof Raised ? `raises: ${message}` : message, []);
}

function called(
  executor: Executor,
  model: ModuleModel,
  candidate: Candidate,
  signature: readonly SignatureParameter[],
  reading: Reading,
  defaults: Map<string, Value>,
): Value {
  const frame: Frame = { scope: model.scope, module: model, owner: null, receiver: null, depth: 0, pending: [], choices: null };
  if (candidate.kind === 'expression') return runSlice(executor, model, candidate);
  const callee = calleeOf(executor, model, candidate, signature, reading, defaults, frame);
  const args = argumentsFor(executor, signature, 'call', reading, defaults, frame, wrapped(callee, candidate));
  return executor.call(callee, { ...args, positional: [...args.positional, ...othersOf(candidate, signature, reading.plan)] }, 0);
}

/** Runs the statements of an expression's slice with its inputs free. */
function runSlice(executor: Executor, module: ModuleModel, candidate: Candidate): Value {
  const names = new Map((candidate.free ?? []).map((path): [string, Value] => [path, { kind: 'free', path }]));
  const scope = { names: executor.journal.cell<ReadonlyMap<string, Value>>(names), parent: module.scope, outer: new Set<string>() };
  const frame: Frame = { scope, module, owner: null, receiver: null, depth: 0, pending: [], choices: null };
  executor.trace.tolerant++;
  const around = [...(candidate.under ?? [])];
  for (const statement of candidate.slice ?? []) {
    while (around[0] && around[0].start < statement.start) heedAround(executor, around.shift() as PyNode, frame);
    const [inner] = statement.children;
    if (statement.type !== 'expression_statement') runAlone(executor, statement, frame);
    else if (inner?.type === 'call') executor.evaluate(inner, frame);
    else if (inner) executor.trace.at({ start: statement.start, end: statement.end }, () => assign(executor, inner, frame));
  }
  return executor.evaluate(candidate.node, frame);
}

/** The function itself, the bound method of a new object, or what a factory returns. */
function calleeOf(
  executor: Executor,
  model: ModuleModel,
  candidate: Candidate,
  signature: readonly SignatureParameter[],
  reading: Reading,
  defaults: Map<string, Value>,
  frame: Frame,
): Value {
  const root = moduleMember(executor, model, candidate.root);
  if (!root) throw new Unreadable(`nothing defines ${candidate.root}`);
  if (!candidate.owner) return unwrapped(executor, root, candidate.node, frame);
  if (candidate.applied && root.kind === 'class') return applied(executor, root.model);
  const args = argumentsFor(executor, signature, 'constructor', reading, defaults, frame);
  if (candidate.inside) return inside(executor, root, args, candidate);
  if (root.kind !== 'class') return nested(executor, root, args, candidate.node);
  const object = instantiate(executor, root.model, args, 0);
  const name = candidate.node.field('name')?.text ?? '';
  const method = member(executor, lineageOf(executor, root.model).classes, name, object, 0);
  if (!method) throw new Unreadable(`${root.model.name} has no ${name}`);
  return method;
}

/** An autograd function with its backward; several outputs are added up. */
function applied(executor: Executor, model: ClassModel): Value {
  const sum = (value: Value): Value => executor.apply('sum', [value], { axes: null, keepdims: false });
  const call = (args: Arguments): Value => {
    const outputs = applyFunction(executor, model, args, 0);
    return (itemsOf(outputs) ?? [outputs])
      .map((one, _, all) => (all.length > 1 ? sum(one) : one))
      .reduce((a, b) => executor.apply('add', [a, b]));
  };
  return { kind: 'native', name: model.name, call };
}

/** The definition as it stands where its decorators made something that is not read, or an object that holds it. */
function unwrapped(executor: Executor, root: Value, node: PyNode, frame: Frame): Value {
  if (root.kind !== 'opaque' && root.kind !== 'none' && root.kind !== 'object') return root;
  return node.type === 'function_definition' ? functionOf(executor, node, frame) : executor.evaluate(node, frame);
}

function argumentsFor(
  executor: Executor,
  signature: readonly SignatureParameter[],
  from: SignatureParameter['from'],
  reading: Reading,
  defaults: Map<string, Value>,
  frame: Frame,
  byPlace = Infinity,
): { positional: Value[]; keywords: Map<string, Value> } {
  const positional: Value[] = [];
  const keywords = new Map<string, Value>();
  for (const parameter of signature) {
    if (parameter.from !== from || parameter.kind === 'args' || parameter.kind === 'kwargs') continue;
    const value = argumentFor(executor, parameter, reading, defaults, frame);
    if (parameter.kind === 'keyword' || keywords.size > 0 || positional.length >= byPlace) keywords.set(parameter.name, value);
    else positional.push(value);
  }
  return { positional, keywords };
}

/** How many arguments go by place: all, but for a function in a wrapper of the source only those that the wrapper demands. */
function wrapped(callee: Value, candidate: Candidate): number {
  if (callee.kind !== 'function' || callee.node === candidate.node) return Infinity;
  return parametersOf(callee.node).filter((parameter) => parameter.kind === 'plain' && !parameter.default).length;
}

/** A parameter's value: what is given from outside, its default (a number stays a named parameter) or what stands for one that the code refuses, or still free. */
function argumentFor(
  executor: Executor,
  parameter: SignatureParameter,
  reading: Reading,
  defaults: Map<string, Value>,
  frame: Frame,
): Value {
  const { path } = parameter;
  if (isPlainNumber(parameter)) executor.inputs.numbers.add(path);
  const given = reading.overrides[path];
  const standard = parameter.default ? executor.evaluate(parameter.default, frameOf(executor, parameter, frame)) : null;
  const chosen = standard ? reading.decided?.get(path) : undefined;
  const usual = chosen === undefined ? (isOfNone(path, standard) ? null : standard) : plainValue(chosen);
  if (usual) defaults.set(path, usual);
  if (given !== undefined) return numbered(executor, path, withOrigin(plainValue(given), path));
  const known = reading.given.has(path) ? executor.inputs.countOf(path) : null;
  if (reading.given.has(path)) return known === null ? { kind: 'free', path } : countValue(path, known);
  const twin = reading.twins.get(path);
  if (twin !== undefined) return { kind: 'free', path: twin };
  if (usual) return numbered(executor, path, withOrigin(usual, path));
  const count = countFor(executor.inputs, parameter);
  return count === null
    ? (memberOf(executor, parameter, frameOf(executor, parameter, frame)) ?? { kind: 'free', path })
    : countValue(path, count);
}

/** Whether a default stands for weights, or classes, of which there are none: they are given. */
function isOfNone(path: string, standard: Value | null): boolean {
  if (standard?.kind === 'number') return standard.value === 0 && CLASSES_COUNTED.test(path);
  return standard !== null && itemsOf(standard)?.length === 0 && roleOfName(path)?.role === 'weight';
}

const CLASSES_COUNTED = /^(num|n|nb)_?class(es)?$/;

/** The number that a parameter without a default is taken to be: a count by its name, or an integer by its annotation. */
export function countFor(inputs: Executor['inputs'], { path, annotation }: SignatureParameter): number | null {
  const count = inputs.countOf(path);
  if (count !== null) return count;
  const data = ['target', 'prediction', 'weight'].includes(roleOfName(path)?.role ?? '');
  return !data && /^(Optional\[)?int\b/.test(annotation) ? inputs.classes : null;
}

/** Where a default is evaluated: in the module that defines the parameter. */
function frameOf(executor: Executor, parameter: SignatureParameter, frame: Frame): Frame {
  const module = parameter.module.path === null ? frame.module : (executor.workspace.module(parameter.module.dotted) ?? frame.module);
  return { ...frame, scope: module.scope, module };
}

/** A number that a parameter brings is a leaf of the graph with a known value. */
function numbered(executor: Executor, path: string, value: Value): Value {
  if (value.kind !== 'number') return value.kind === 'tuple' ? tuple(value.items) : value;
  return { ...value, node: executor.graph.parameter(path, [], 'weak') };
}
