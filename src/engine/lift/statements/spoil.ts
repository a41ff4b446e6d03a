import type { Expression } from '../../ir/expression';
import type { PyNode } from '../../syntax/python/node';
import type { Frame, Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { opaque } from '../values/opaque';
import { expressionOf, read, write } from '../values/tensor';
import type { TensorValue, Value } from '../values/value';

/** A statement that only calls what was not read: it was called for what it does to the arrays that it is given. */
export function spoilArguments(machine: Machine, call: PyNode, result: Value, frame: Frame): void {
  if (result.kind !== 'opaque' || result.byDesign || call.type !== 'call') return;
  const callee = call.field('function');
  if (!callee) return;
  const called = machine.evaluate(callee, frame);
  if (called.kind === 'method' && callee.type === 'attribute') spoil(machine, called.receiver, result.what, result.why);
  const writes = called.kind === 'library' && WRITERS.test(called.name);
  if (!writes && called.kind !== 'library' && called.kind !== 'opaque') return;
  for (const argument of call.field('arguments')?.children ?? []) {
    const given = argument.type === 'keyword_argument' ? argument.field('value') : argument;
    if (!given || !PLACES.has(given.type)) continue;
    const value = machine.evaluate(given, frame);
    if (writes || isBlank(value)) spoil(machine, value, result.what, result.why);
  }
}

/** Libraries whose functions may write into their arguments. */
const WRITERS = /^(numpy|torch|scipy)\./;

const PLACES = new Set(['identifier', 'attribute', 'subscript', 'conditional_expression']);

/** Whether an array holds nothing of the loss yet: who hands one to an unknown function wants it filled. */
function isBlank(value: Value): boolean {
  return value.kind === 'tensor' && (value.view !== undefined || read(value).shape.length > 0) && !holdsInput(read(value));
}

function holdsInput(node: Expression): boolean {
  return node.op === 'parameter' || node.op === 'opaque' || node.args.some(holdsInput);
}

/** Arrays that hold nothing yet and are handed to a function somewhere in a statement that was not read. */
export function spoilHandedOver(machine: Machine, node: PyNode, frame: Frame, { what, why }: { what: string; why: string }): void {
  for (const name of new Set(namesHandedOver(node, false))) {
    const held = frame.scope.names.value.get(name);
    if (held && isBlank(held)) spoil(machine, held, what, why);
  }
}

function namesHandedOver(node: PyNode, given: boolean): string[] {
  if (given && node.type === 'identifier') return [node.text];
  const inside = given || node.type === 'argument_list';
  const nodes = node.type === 'keyword_argument' ? [node.field('value')].flatMap((value) => value ?? []) : node.children;
  return nodes.flatMap((child) => namesHandedOver(child, inside));
}

/** What an array holds is unknown from here on, for all that share its memory. */
export function spoil(machine: Machine, value: Value, what: string, why: string): void {
  if (!WRITABLE.has(machine.library.framework.id)) return;
  const tensor = value.kind === 'free' && machine.inputs.isTensor(value.path) ? machine.inputs.tensor(value.path) : value;
  if (tensor.kind !== 'tensor' || isFilledFirst(machine, tensor)) return;
  try {
    write(machine, tensor, expressionOf(machine, opaque(machine, what, why, [tensor])));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (tensor.view) spoil(machine, tensor.view.base, what, why);
  }
}

/** A trainable tensor is an input, whatever the constructor fills it with. */
function isFilledFirst(machine: Machine, tensor: TensorValue): boolean {
  const node = read(tensor);
  const leaf = node.op === 'stop_gradient' ? node.args[0] : node;
  return machine.trace.constructing > 0 && leaf?.op === 'parameter' && machine.inputs.trained.has(String(leaf.attributes['name']));
}

const WRITABLE = new Set(['torch', 'numpy', 'python']);
