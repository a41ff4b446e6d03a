import { inOrder, sizeOf, type Expression } from '../../ir/expression';
import { ShapeError, type Shape } from '../../numerics/signature';
import type { Machine } from '../machine';
import { underGradients } from '../primitives/grad-mode';
import { isLinearIn } from './linear';
import { Unreadable } from '../state/unreadable';
import { itemsOf } from '../values/plain';
import { expressionOf, tensorOf } from '../values/tensor';
import { NONE, tuple, type Value } from '../values/value';

/** A backward pass that the author writes: what it takes the gradient by, and what it makes of gradients of the outputs. */
export interface Backward {
  /** Name of what it belongs to. */
  readonly name: string;
  readonly inputs: readonly Value[];
  readonly run: (gradients: readonly Value[]) => Value;
}

/** The backward of a function of more outputs than this is not read: it runs once for each. */
const MOST_OUTPUTS = 64;

/** Outputs whose gradient is not that of their computation but what a backward pass says. */
export function withBackward(machine: Machine, outputs: Value, backward: Backward): Value {
  const items = itemsOf(outputs);
  if (!items) return attached(machine, outputs, 0, 1, backward);
  return tuple(items.map((item, i) => attached(machine, item, i, items.length, backward)));
}

/** The node of a value that can have a gradient; null for any other. Throws Unreadable for what was not read. */
export function floatsOf(machine: Machine, value: Value): Expression | null {
  if (value.kind !== 'tensor' && value.kind !== 'free' && value.kind !== 'opaque') return null;
  if (value.kind === 'opaque') throw new Unreadable(`${value.what}: ${value.why}`);
  if (value.kind === 'free' && !machine.inputs.mayHoldData(value.path)) return null;
  const node = expressionOf(machine, value);
  return node.kind === 'float' ? node : null;
}

/** Runs an action whose results carry no gradient. */
export function frozen(machine: Machine, run: () => Value): Value {
  return underGradients(machine, false, run);
}

/** A node less itself: zero, with the gradient of the node. */
export function away(machine: Machine, node: Expression): Expression {
  return machine.graph.apply('subtract', [node, machine.graph.apply('stop_gradient', [node])]);
}

/** A value with the gradient of another expression; noted, so that the two can be compared. */
export function replacedGradient(
  machine: Machine,
  { name, inputs }: Pick<Backward, 'name' | 'inputs'>,
  node: Expression,
  slopes: Expression,
  halved: Expression | null = null,
): Value {
  machine.trace.handmade.push({ name, value: ownValue(machine, node, inputs), slopes, halved });
  return tensorOf(machine, machine.graph.apply('surrogate', [node, slopes]));
}

function ownValue(machine: Machine, node: Expression, inputs: readonly Value[]): Expression {
  const isCut = node.op === 'stop_gradient' || (node.op === 'sum' && node.args[0]?.op === 'stop_gradient');
  return isCut ? thawed(machine, node, inputs) : node;
}

/** What a function computes from its inputs, without the cuts of the gradient that it was run under. */
function thawed(machine: Machine, root: Expression, inputs: readonly Value[]): Expression {
  const { graph } = machine;
  const leaves = inputs.map((input) => floatsOf(machine, input)).filter((node) => node !== null);
  const images = new Map(leaves.map((node) => [node, node]));
  for (const node of inOrder(root)) {
    if (images.has(node)) continue;
    const args = node.args.map((argument) => images.get(argument) ?? argument);
    const same = args.every((argument, i) => argument === node.args[i]);
    const image = node.op === 'stop_gradient' ? args[0] : same ? node : graph.intern(node.op, args, node.attributes, node.shape, node.kind);
    images.set(node, image ?? node);
  }
  return images.get(root) ?? root;
}

function attached(machine: Machine, output: Value, place: number, count: number, backward: Backward): Value {
  const node = floatsOf(machine, output);
  if (!node) return output;
  const { graph, trace } = machine;
  const total = sizeOf(node.shape);
  if (total > MOST_OUTPUTS) throw new Unreadable(`the backward of ${backward.name} for ${total} outputs`);
  const along = (at: number, size: number): Expression => {
    const gradient = Array.from({ length: total }, (_, i) => (i === at ? size : 0));
    return term(machine, backward, graph.tensor(gradient, node.shape), place, count);
  };
  if (total > 1 && !isLinear(machine, backward, node, place, count)) {
    const all = (size: number): Expression =>
      term(machine, backward, graph.tensor(new Array<number>(total).fill(size), node.shape), place, count);
    const sum = graph.apply('sum', [node], { axes: null, keepdims: false });
    const [once, half] = trace.quietly(() => [all(1), all(0.5)] as const);
    trace.handmade.push({ name: backward.name, value: ownValue(machine, sum, backward.inputs), slopes: once, halved: half, apart: true });
    throw new Unreadable(`the backward of ${backward.name} is not linear in the gradient that comes in`);
  }
  const terms = trace.quietly(() => Array.from({ length: total }, (_, at) => along(at, 1)));
  const halved = total === 1 ? trace.quietly(() => along(0, 0.5)) : null;
  const slopes = graph.apply('reshape', [graph.apply('stack', terms, { axis: 0 })], { shape: node.shape });
  return replacedGradient(machine, backward, node, slopes, halved);
}

/** Whether a backward pass is linear in the gradient of one output, so that what it makes of each element can be added up. */
function isLinear(machine: Machine, backward: Backward, node: Expression, place: number, count: number): boolean {
  const { graph } = machine;
  const incoming = graph.parameter(`the gradient of ${backward.name}`, node.shape, 'float');
  const sum = machine.trace.quietly(() => term(machine, backward, incoming, place, count));
  return isLinearIn(sum, incoming);
}

/** Zero, with the gradient that the backward pass gives for one gradient of the outputs; what it writes in place is taken back. */
function term(machine: Machine, backward: Backward, gradient: Expression, place: number, count: number): Expression {
  const { graph } = machine;
  const zero = graph.constant(0);
  const given = Array.from({ length: count }, (_, i) => tensorOf(machine, i === place ? gradient : zero));
  const { result } = machine.journal.attempt(() => pulledBack(machine, backward, given));
  return result.reduce((sum, one) => graph.apply('add', [sum, one]), zero);
}

function pulledBack(machine: Machine, backward: Backward, given: readonly Value[]): readonly Expression[] {
  const { graph } = machine;
  const result = frozen(machine, () => backward.run(given));
  const each = itemsOf(result) ?? [result];
  return backward.inputs.flatMap((input, i) => {
    const x = floatsOf(machine, input);
    const slope = each[i] ?? NONE;
    if (!x || slope.kind === 'none') return [];
    const written = expressionOf(machine, slope);
    if (!isSummedTo(written.shape, x.shape)) throw new ShapeError('a gradient of another shape than its input');
    const through = graph.apply('stop_gradient', [written]);
    return [graph.apply('sum', [graph.apply('multiply', [through, away(machine, x)])], { axes: null, keepdims: false })];
  });
}

/** Whether a gradient is of the shape of its input, or of one that sums lead back to it; a single number is of any. */
function isSummedTo(gradient: Shape, input: Shape): boolean {
  const lead = gradient.length - input.length;
  return sizeOf(gradient) === 1 || (lead >= 0 && input.every((size, axis) => size === 1 || size === gradient[axis + lead]));
}
