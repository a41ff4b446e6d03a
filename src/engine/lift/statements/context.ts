import type { PyNode } from '../../syntax/python/node';
import type { Completion, Frame, Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { describe } from '../values/tensor';
import { bindTarget } from './assign';
import type { Value } from '../values/value';

const NEXT: Completion = { kind: 'next' };

/** `with`: `no_grad` cuts gradients inside, `enable_grad` does not; contexts known to change no value run their body as it is. */
export function runWith(machine: Machine, node: PyNode, frame: Frame): Completion {
  const body = node.field('body');
  const items = node.children.flatMap((child) => (child.type === 'with_clause' ? child.children : []));
  if (!body) return NEXT;
  const before = machine.trace.frozen;
  try {
    for (const item of items) enter(machine, item, frame);
    return machine.execute(body, frame);
  } finally {
    machine.trace.frozen = before;
  }
}

/** One context of a `with`: it may turn gradients on or off, and be given a name. */
function enter(machine: Machine, item: PyNode, frame: Frame): void {
  const value = item.field('value') ?? item.children[0];
  const alias = value?.type === 'as_pattern' ? value.field('alias') : null;
  const manager = value ? machine.evaluate(alias && value.children[0] ? value.children[0] : value, frame) : null;
  if (manager && !SCOPE.test(value?.field('function')?.text ?? '')) switchGradients(machine, manager);
  if (alias && manager) bindTarget(machine, alias, manager, frame);
}

/** `try`: its body is taken to succeed; a body that raises for known reasons runs its first handler. */
export function runTry(machine: Machine, node: PyNode, frame: Frame): Completion {
  const body = node.field('body');
  const { result, writes } = machine.journal.attempt((): Completion => (body ? machine.execute(body, frame) : NEXT));
  let completion = result;
  if (result.kind === 'raise') {
    const handler = node.children.find((child) => child.type.startsWith('except'));
    const block = handler?.children.find((child) => child.type === 'block');
    completion = block ? machine.execute(block, frame) : result;
  } else {
    machine.journal.redo(writes);
    const otherwise = node.children.find((child) => child.type === 'else_clause')?.field('body');
    if (otherwise && result.kind === 'next') completion = machine.execute(otherwise, frame);
  }
  const last = node.children.find((child) => child.type === 'finally_clause')?.children.find((child) => child.type === 'block');
  const ended = last ? machine.execute(last, frame) : NEXT;
  return ended.kind === 'next' ? completion : ended;
}

/** A scope of names or variables changes no value, whoever opens it. */
const SCOPE = /(^|[._])scope$/;

function switchGradients({ trace }: Machine, manager: Value): void {
  if (manager.kind === 'native') {
    if (manager.name === 'no_grad') trace.frozen++;
    if (manager.name === 'enable_grad') trace.frozen = 0;
  } else if (!HARMLESS.has(manager.kind)) throw new Unreadable(`with ${describe(manager)}`);
}

/** Kinds of contexts that change no value. */
const HARMLESS = new Set<Value['kind']>(['none', 'free', 'object', 'library']);
