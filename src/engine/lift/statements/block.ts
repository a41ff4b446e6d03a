import type { PyNode } from '../../syntax/python/node';
import type { Completion, Frame, Machine } from '../machine';
import { placeIn } from '../place';
import { noticed } from '../state/noticed';
import { Raised, Unreadable } from '../state/unreadable';
import { opaque } from '../values/opaque';
import { assign, remove, scopeNames } from './assign';
import { runAssert, runIf } from './condition';
import { define, defineClass } from './define';
import { runFor, runWhile } from './loop';
import { runMatch } from './match';
import { importInto } from '../modules/imports';
import { runTry, runWith } from './context';
import { spoil, spoilArguments, spoilHandedOver } from './spoil';

const NEXT: Completion = { kind: 'next' };

type Handler = (machine: Machine, node: PyNode, frame: Frame) => Completion | void;

const BY_TYPE: Readonly<Record<string, Handler>> = {
  expression_statement: (machine, node, frame) => node.children.forEach((child) => runExpression(machine, child, frame)),
  return_statement: (machine, node, frame) => {
    const value = node.children[0];
    return { kind: 'return', value: value ? machine.evaluate(value, frame) : { kind: 'none' } };
  },
  if_statement: runIf,
  match_statement: runMatch,
  for_statement: runFor,
  while_statement: runWhile,
  with_statement: runWith,
  try_statement: runTry,
  assert_statement: runAssert,
  raise_statement: (_, node) => ({ kind: 'raise', message: node.text.replace(/\s+/g, ' ').slice(0, 120) }),
  break_statement: () => ({ kind: 'break' }),
  continue_statement: () => ({ kind: 'continue' }),
  pass_statement: () => NEXT,
  function_definition: define,
  decorated_definition: define,
  class_definition: defineClass,
  import_statement: importInto,
  import_from_statement: importInto,
  future_import_statement: () => NEXT,
  global_statement: declareOuter,
  nonlocal_statement: declareOuter,
  delete_statement: (machine, node, frame) => node.children.forEach((child) => remove(machine, child, frame)),
  print_statement: () => NEXT,
};

const HANDLERS: ReadonlyMap<string, Handler> = new Map(Object.entries(BY_TYPE));

/** Runs the statements of a block in order. */
export function runBlock(machine: Machine, block: PyNode, frame: Frame): Completion {
  return runFrom(machine, block.children, 0, frame);
}

/** Runs one statement that stands alone. Throws Unreadable where it does not come to its end. */
export function runAlone(machine: Machine, statement: PyNode, frame: Frame): void {
  const completion = runFrom(machine, [statement], 0, frame);
  if (completion.kind === 'raise') throw new Raised(completion.message);
  if (completion.kind !== 'next') throw new Unreadable('an unfinished expression');
}

function runFrom(machine: Machine, statements: readonly PyNode[], from: number, frame: Frame): Completion {
  for (let i = from; i < statements.length; i++) {
    const statement = statements[i] as PyNode;
    const completion = runStatement(machine, statement, frame);
    if (completion.kind === 'split')
      return { ...completion, stay: () => after(completion.stay(), () => runFrom(machine, statements, i + 1, frame)) };
    if (completion.kind !== 'next') return completion;
  }
  return NEXT;
}

function after(first: Completion, then: () => Completion): Completion {
  return first.kind === 'next' ? then() : first;
}

function runStatement(machine: Machine, node: PyNode, frame: Frame): Completion {
  machine.trace.step();
  const before = machine.trace.enter(placeIn(node, frame));
  try {
    const handler = HANDLERS.get(node.type);
    if (!handler) return unread(machine, node, frame, node.type === 'ERROR' ? 'a syntax error' : node.type.replaceAll('_', ' '));
    return handler(machine, node, frame) ?? NEXT;
  } catch (error) {
    if (error instanceof Raised && !machine.trace.forgives) return { kind: 'raise', message: error.message };
    const why = noticed(machine, error);
    if (why === null) throw error;
    return unread(machine, node, frame, why);
  } finally {
    machine.trace.leave(before);
  }
}

/** A statement that was not read: what it assigns is unknown from here on, and so is the result if it may return. */
function unread(machine: Machine, node: PyNode, frame: Frame, why: string): Completion {
  const what = node.text.split('\n', 1)[0]?.trim().slice(0, 80) ?? node.type;
  const { names, changed, leaves, loops } = scopeNames(node);
  if (loops || (frame.given && machine.memory.generates(node))) throw new Unreadable(why);
  const from = names.flatMap((name) => frame.scope.names.value.get(name) ?? []);
  const value = opaque(machine, what, why, from);
  for (const name of changed) {
    const held = frame.scope.names.value.get(name);
    if (held) spoil(machine, held, what, why);
  }
  spoilHandedOver(machine, node, frame, { what, why });
  const next = new Map(frame.scope.names.value);
  for (const name of names) next.set(name, value);
  machine.journal.set(frame.scope.names, next);
  return leaves ? { kind: 'return', value } : NEXT;
}

function runExpression(machine: Machine, node: PyNode, frame: Frame): void {
  if (node.type === 'assignment' || node.type === 'augmented_assignment') assign(machine, node, frame);
  else if (node.type !== 'string') {
    const value = machine.evaluate(node, frame);
    if (value.kind === 'opaque' && value.why.startsWith('raises: ')) machine.trace.passOver(node.text.slice(0, 80), value.span);
    spoilArguments(machine, node, value, frame);
  }
}

function declareOuter(_: Machine, node: PyNode, frame: Frame): void {
  for (const name of node.children) frame.scope.outer.add(name.text);
}
