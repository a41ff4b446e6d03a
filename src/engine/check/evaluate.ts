import type { Expression } from '../ir/expression';
import type { Loss, Parameter } from '../ir/loss';
import { variablesOf } from '../ir/loss';
import { FRAMEWORKS } from '../frameworks/index';
import type { FormatName } from '../numerics/format';
import { ShapeError } from '../numerics/signature';
import { compile } from '../tape/compile';
import { Machine } from '../tape/machine';
import { Unreadable } from '../tape/tape';
import { withCallables } from './callables';
import type { Callables } from './callables';
import { formatsOf } from './format-of-loss';
import { liftSource } from './lift-source';
import type { LiftedLoss } from './lift-source';
import { flatten, nest } from './json-number';
import type { NestedNumbers } from './report';
import type { Source } from './source';
import type { CheckOptions } from './options';
import type { Tools } from './tools';

/** What to evaluate a loss on: tensors as nested arrays, hyperparameters and options by name, gradients wanted. */
export interface EvaluationRequest {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly parameters?: Readonly<Record<string, number | string | boolean | null>>;
  readonly wrt?: readonly string[];
  /** What callable parameters stand for. */
  readonly callables?: Callables;
}

/** Value and gradients, or why there are none. */
export type Evaluation =
  | { readonly value: NestedNumbers; readonly gradients: Readonly<Record<string, NestedNumbers>>; readonly dtype: FormatName }
  | { readonly problem: string };

interface Tensor {
  readonly values: readonly number[];
  readonly shape: readonly number[];
}

/** Runs a translated loss on concrete tensors in its framework's arithmetic; never a made-up number. */
export function evaluate(source: Source, name: string, request: EvaluationRequest, tools: Tools, options: CheckOptions): Evaluation {
  const tensors = tensorsOf(request.inputs);
  if (typeof tensors === 'string') return { problem: tensors };
  const shapes = Object.fromEntries([...tensors].map(([input, { shape }]) => [input, shape]));
  const given = {
    shapes,
    parameters: { ...longestOf(tensors), ...request.parameters },
    callables: Object.keys(request.callables ?? {}),
    floats: floatsOf(tensors, request),
  };
  const { lifted } = liftSource(source, tools, { ...options, only: name }, given);
  const [found] = lifted;
  if (!found) return { problem: `no loss "${name}" in ${source.path}` };
  const stranger = unknownName(found.loss, request, source.text);
  if (stranger !== null) return { problem: `${name} has no parameter "${stranger}"` };
  const obstacle = obstacleOf(found);
  // A function with a backward pass of its own gives the gradient that is written there.
  return obstacle === null
    ? run(found.loss.ownBackward?.of ?? found.loss, tensors, request, formatsOf(found.loss, options)[0])
    : { problem: `${name} is not fully translated: ${obstacle}` };
}

/** The largest of each row of whole numbers: where they are lengths, a size. */
function longestOf(tensors: ReadonlyMap<string, Tensor>): Record<string, number> {
  const rows = [...tensors].filter(([, { shape, values }]) => shape.length === 1 && values.length > 0 && values.every(Number.isInteger));
  return Object.fromEntries(rows.map(([name, { values }]) => [`max(${name})`, Math.max(...values)]));
}

/** Inputs that are differentiated, or that hold something else than integers. */
function floatsOf(tensors: ReadonlyMap<string, Tensor>, { wrt = [] }: EvaluationRequest): string[] {
  return [...tensors].flatMap(([name, { values }]) => (wrt.includes(name) || !values.every(Number.isInteger) ? [name] : []));
}

/**
 * A name of the request that the loss does not have. A parameter that changes nothing is not listed, so a function is also
 * asked for by the text of its file; what a class takes may be written in another.
 */
function unknownName(loss: Loss, { inputs, parameters = {}, wrt = [] }: EvaluationRequest, text: string): string | null {
  const listed = new Set([...loss.parameters, ...loss.options].map(({ name }) => name));
  const given = [...Object.keys(inputs), ...Object.keys(parameters)];
  const words = new Set(text.match(/\w+/g));
  const isKnown = (name: string): boolean => listed.has(name) || loss.kind === 'method' || words.has(/^\w*/.exec(name)?.[0] ?? '');
  return [...given.filter((name) => !isKnown(name)), ...wrt.filter((name) => !listed.has(name) && !given.includes(name))][0] ?? null;
}

/** The construct that keeps a loss from being evaluated, or null. */
function obstacleOf({ loss, region }: LiftedLoss): string | null {
  if (loss.status === 'full' && loss.body) return null;
  const [unread] = loss.missing;
  return unread ? `${unread.what} at line ${region.rangeOf(unread.span).start.line + 1} (${unread.why})` : 'no result was read';
}

function tensorsOf(inputs: Readonly<Record<string, unknown>>): Map<string, Tensor> | string {
  const tensors = new Map<string, Tensor>();
  for (const [name, nested] of Object.entries(inputs)) {
    const tensor = flatten(nested);
    if (!tensor) return `the input "${name}" is not a number or a rectangular array of numbers`;
    tensors.set(name, tensor);
  }
  return tensors;
}

function run(loss: Loss, tensors: ReadonlyMap<string, Tensor>, request: EvaluationRequest, format: FormatName): Evaluation {
  try {
    const body = loss.body && withCallables(loss.graph, loss.body, request.callables ?? {});
    if (!body) return { problem: `${loss.name} has no result` };
    return typeof body === 'string' ? { problem: body } : computed(loss, body, tensors, request, format);
  } catch (error) {
    if (error instanceof Unreadable) return { problem: lacking(loss, error.what) };
    if (error instanceof ShapeError) return { problem: `cannot evaluate ${loss.name}: ${error.message}` };
    throw error;
  }
}

function computed(
  loss: Loss,
  body: Expression,
  tensors: ReadonlyMap<string, Tensor>,
  request: EvaluationRequest,
  format: FormatName,
): Evaluation {
  const { conventions, flushesSubnormals } = FRAMEWORKS[loss.framework];
  const tape = compile([body]);
  const inputs = inputsOf(loss, tensors);
  const fails = (demand: Expression): boolean => {
    const condition = compile([demand]);
    const truths = new Machine(condition, { format, flushesSubnormals, conventions }).run(inputs)[condition.roots[0] ?? 0];
    return truths?.some((one) => one === 0) ?? false;
  };
  if ((loss.demands ?? []).some(fails)) return { problem: `${loss.name} raises: what its code demands of the inputs does not hold` };
  const machine = new Machine(tape, { format, flushesSubnormals, conventions });
  const values = machine.run(inputs);
  const root = tape.roots[0] ?? 0;
  const result = nest(values[root] ?? [], body.shape);
  const slopes = machine.pullBack(root);
  const wanted = request.wrt ?? variablesOf(loss).map((p) => p.name);
  const gradients = Object.fromEntries(wanted.map((name) => [name, gradientOf(name, tape.inputs, slopes, tensors)]));
  return { value: result, gradients, dtype: format };
}

/** What an evaluation stopped at: an input that is not given, a callable that nothing stands for, or what is not computed. */
function lacking(loss: Loss, what: string): string {
  const callable = /^([\w.]+)\(/.exec(what)?.[1];
  if (callable !== undefined) return `${loss.name} calls "${callable}": say in "callables" what it stands for`;
  const isInput = loss.parameters.some(({ name, node }) => name === what && node !== null);
  return isInput ? `${loss.name} needs the input "${what}"` : `cannot evaluate ${loss.name}: ${what}`;
}

function inputsOf(loss: Loss, tensors: ReadonlyMap<string, Tensor>): Record<string, ArrayLike<number> | number> {
  const held = loss.parameters.filter(isHeld).map((p): [string, number] => [p.name, Number(p.default)]);
  return { ...Object.fromEntries(held), ...Object.fromEntries([...tensors].map(([name, { values }]) => [name, values])) };
}

function isHeld(parameter: Parameter): boolean {
  return parameter.node !== null && (typeof parameter.default === 'number' || typeof parameter.default === 'boolean');
}

/** A parameter that the result does not depend on has gradient 0 of its own shape. */
function gradientOf(
  name: string,
  slots: Readonly<Record<string, number>>,
  slopes: readonly (Float64Array | null)[],
  tensors: ReadonlyMap<string, Tensor>,
): NestedNumbers {
  const tensor = tensors.get(name) ?? { values: [0], shape: [] };
  const slope = slopes[slots[name] ?? -1];
  return nest(slope ?? new Float64Array(tensor.values.length), tensor.shape);
}
