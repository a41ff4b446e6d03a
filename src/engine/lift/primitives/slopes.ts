import { inOrder, type Expression } from '../../ir/expression';
import type { Machine } from '../machine';
import { feed } from '../state/feed';
import { Unreadable } from '../state/unreadable';
import { itemsOf } from '../values/plain';
import { expressionOf } from '../values/tensor';
import { tuple, type Value } from '../values/value';
import type { Bound } from './bound';
import type { Primitive } from './primitive';

/**
 * `torch.autograd.grad(outputs, inputs)` of what a model returned: as unknown as the model, so an input of the loss with the
 * shape of what it is taken by. Throws Unreadable where the outputs are computed from the inputs by what was read.
 */
function slopes(machine: Machine, at: Bound): Value {
  const outputs = listed(at.value('outputs')).map((output) => expressionOf(machine, output));
  const inputs = listed(at.value('inputs')).map((input) => expressionOf(machine, input));
  const reached = outputs.flatMap((output) => readFrom(output));
  const unknown = [...new Set(reached.map((node) => nameOf(node)).filter((name) => name !== null))];
  if (unknown.length === 0 || inputs.some((input) => reached.includes(input))) throw new Unreadable('a gradient of what is computed here');
  if (unknown.some((name) => machine.inputs.isReplaced(name))) throw new Unreadable('the gradient of a function that is given');
  feed(machine, [...listed(at.value('outputs')), ...listed(at.value('inputs'))]);
  return tuple(inputs.map((input) => machine.inputs.slope(`grad(${unknown.join(', ')})`, input.shape)));
}

function listed(value: Value): readonly Value[] {
  return itemsOf(value) ?? [value];
}

/** The nodes that a value is computed from without a function that nobody knows between them. */
function readFrom(output: Expression): Expression[] {
  const found = new Set<Expression>();
  const visit = (node: Expression): void => {
    if (found.has(node)) return;
    found.add(node);
    if (node.op !== 'opaque' && node.op !== 'stop_gradient') node.args.forEach(visit);
  };
  visit(output);
  return inOrder(output).filter((node) => found.has(node));
}

/** The parameter, or the callable, of which nothing but the name is known. */
function nameOf(node: Expression): string | null {
  return node.op === 'parameter' || node.op === 'opaque' ? String(node.attributes['name']) : null;
}

/** Gradients that the code itself asks for. */
export const SLOPES = { slopes } satisfies Record<string, Primitive>;
