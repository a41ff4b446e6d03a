import type { PyNode } from '../../syntax/python/node';
import type { Frame, Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { opaque } from '../values/opaque';
import { expressionOf, write } from '../values/tensor';
import type { Value } from '../values/value';

/** A statement that only calls what was not read: it was called for what it does to the arrays that it is given. */
export function spoilArguments(machine: Machine, call: PyNode, result: Value, frame: Frame): void {
  if (result.kind !== 'opaque' || result.byDesign || call.type !== 'call') return;
  const callee = call.field('function');
  if (!callee) return;
  const called = machine.evaluate(callee, frame);
  if (called.kind === 'method' && callee.type === 'attribute') spoil(machine, called.receiver, result.what, result.why);
  if (called.kind !== 'library' || !WRITERS.test(called.name)) return;
  for (const argument of call.field('arguments')?.children ?? []) {
    const given = argument.type === 'keyword_argument' ? argument.field('value') : argument;
    if (given && PLACES.has(given.type)) spoil(machine, machine.evaluate(given, frame), result.what, result.why);
  }
}

/** Libraries whose functions may write into their arguments. */
const WRITERS = /^(numpy|torch|scipy)\./;

const PLACES = new Set(['identifier', 'attribute', 'subscript']);

/** What an array holds is unknown from here on, for all that share its memory. */
export function spoil(machine: Machine, value: Value, what: string, why: string): void {
  if (!WRITABLE.has(machine.library.framework.id)) return;
  const tensor = value.kind === 'free' && machine.inputs.isTensor(value.path) ? machine.inputs.tensor(value.path) : value;
  if (tensor.kind !== 'tensor') return;
  try {
    write(machine, tensor, expressionOf(machine, opaque(machine, what, why, [tensor])));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
}

const WRITABLE = new Set(['torch', 'numpy', 'python']);
