import { inOrder, type Expression } from '../../ir/expression';
import type { Shape } from '../../numerics/signature';
import { sourceOf } from '../inputs/source';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { asNumber } from '../values/apply';
import { opaque } from '../values/opaque';
import { itemsOf } from '../values/plain';
import { expressionOf, tensorOf } from '../values/tensor';
import { NONE, tuple, type Arguments, type Value } from '../values/value';
import type { Bound } from './bound';
import type { Primitive } from './primitive';

/**
 * The derivative of a function inside a loss (`jax.grad` and its kin). What a network gives is unknown by design, and so is its
 * derivative; that of a function whose parts are known is not read.
 */
function gradient(machine: Machine, at: Bound, depth: number): Value {
  const callee = at.value('f');
  const one = asNumber(at.value('argnums')) !== null;
  const places = at.integers('argnums');
  const [hasAux, withValue, order] = [at.flag('has_aux'), at.flag('with_value'), at.text('result')];
  const call = (args: Arguments): Value => {
    const value = machine.call(callee, args, depth);
    const [result = NONE, aux = NONE] = hasAux ? (itemsOf(value) ?? []) : [value];
    if (!isUnknownByDesign(machine, result)) throw new Unreadable('a derivative inside a loss');
    const slopes = places.map((place) => slopeOf(machine, result, args.positional[place] ?? NONE, order));
    const slope = one ? (slopes[0] ?? NONE) : tuple(slopes);
    if (withValue) return tuple([value, slope]);
    return hasAux ? tuple([slope, aux]) : slope;
  };
  return { kind: 'native', name: 'grad', call };
}

/** `tf.gradients(y, x)`, `torch.autograd.grad(y, x)`, `tape.gradient(y, x)`: as many derivatives as there are inputs. */
function derivatives(machine: Machine, at: Bound): Value {
  const outputs = itemsOf(at.value('outputs')) ?? [at.value('outputs')];
  const listed = itemsOf(at.value('inputs'));
  const inputs = listed ?? [at.value('inputs')];
  const apart = !at.flag('recorded') && areGivenApart(machine, outputs, inputs);
  if (!apart && !outputs.some((output) => isUnknownByDesign(machine, output))) throw new Unreadable('a derivative inside a loss');
  const slopes = inputs.map((input) => slopeOf(machine, outputs[0] ?? NONE, input, 'gradient'));
  return listed || at.flag('listed') ? { kind: 'list', cell: machine.journal.cell<readonly Value[]>(slopes) } : (slopes[0] ?? NONE);
}

/** Whether a value comes out of a callable that is the caller's own. */
function isUnknownByDesign(machine: Machine, value: Value): boolean {
  const items = itemsOf(value);
  if (items) return items.some((item) => isUnknownByDesign(machine, item));
  if (value.kind === 'opaque') return value.byDesign;
  if (value.kind === 'free') return isOutput(value.path);
  if (value.kind !== 'tensor') return false;
  return inOrder(expressionOf(machine, value)).some((node) =>
    node.op === 'parameter' ? isOutput(String(node.attributes.name)) : machine.trace.opaque.get(node)?.byDesign === true,
  );
}

/** Whether both are what the loss itself is given, each another: how one came out of the other only the caller knows. */
function areGivenApart(machine: Machine, outputs: readonly Value[], inputs: readonly Value[]): boolean {
  const paths = [...outputs, ...inputs].map((value) => (value.kind === 'free' ? value.path : sourceOf(expressionOf(machine, value))));
  return outputs.length === 1 && paths.every((path) => path !== null) && new Set(paths).size === paths.length;
}

/** The name of what a model returns: a call. */
function isOutput(path: string): boolean {
  return /\(.*\)/.test(path);
}

/** A derivative nobody knows; in the shape of what it is taken by, of what is derived, or of both. */
function slopeOf(machine: Machine, output: Value, input: Value, order: string): Value {
  if (input.kind === 'free' && !machine.inputs.isTensor(input.path) && !machine.inputs.mayHoldData(input.path))
    return machine.inputs.output('grad', [input.path]);
  const node = expressionOf(machine, input);
  if (output.kind === 'tensor' && readFrom(expressionOf(machine, output)).has(node))
    throw new Unreadable('a derivative of what is computed here');
  const front = order === 'gradient' ? [] : expressionOf(machine, output).shape;
  return unknown(machine, [...front, ...node.shape, ...(order === 'hessian' ? node.shape : [])], node);
}

/** The nodes that a value is computed from without a function that nobody knows between them. */
function readFrom(output: Expression): Set<Expression> {
  const found = new Set<Expression>();
  const visit = (node: Expression): void => {
    if (found.has(node)) return;
    found.add(node);
    if (node.op !== 'opaque' && node.op !== 'stop_gradient') node.args.forEach(visit);
  };
  visit(output);
  return found;
}

function unknown(machine: Machine, shape: Shape, of: Expression): Value {
  const value = opaque(machine, 'grad', 'a derivative of a callable parameter', [tensorOf(machine, of)], true);
  const node = machine.graph.opaque(value.what, value.inputs, shape);
  machine.trace.opaque.set(node, value);
  return tensorOf(machine, node);
}

/** Derivatives inside losses. */
export const GRADIENTS = {
  gradient,
  derivatives,
} satisfies Record<string, Primitive>;
