import type { PyNode } from '../../syntax/python/node';
import type { Completion, Frame, Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { compare } from '../values/arithmetic';
import { truth } from '../values/truth';
import type { Value } from '../values/value';

/** `match` where each pattern is a literal, alternatives of these, or a name for whatever is left. Throws Unreadable for any other. */
export function runMatch(machine: Machine, node: PyNode, frame: Frame): Completion {
  const asked = node.field('subject') ?? node.children[0];
  if (!asked) throw new Unreadable('an unfinished expression');
  const subject = machine.evaluate(asked, frame);
  const clauses = node.field('body')?.children ?? node.fieldAll('alternative');
  for (const clause of clauses) {
    if (clause.type !== 'case_clause') continue;
    const [pattern] = clause.children;
    if (pattern && fits(machine, pattern, subject, frame) && isAllowed(machine, clause, frame)) return inside(machine, clause, frame);
  }
  return { kind: 'next' };
}

function inside(machine: Machine, clause: PyNode, frame: Frame): Completion {
  const body = clause.field('consequence');
  return body ? machine.execute(body, frame) : { kind: 'next' };
}

/** `if …` behind a pattern. */
function isAllowed(machine: Machine, clause: PyNode, frame: Frame): boolean {
  const guard = clause.children.find(({ type }) => type === 'if_clause')?.children[0];
  return !guard || decided(truth(machine, machine.evaluate(guard, frame)));
}

function decided(value: ReturnType<typeof truth>): boolean {
  if (typeof value !== 'boolean') throw new Unreadable('match statement on data');
  return value;
}

function fits(machine: Machine, pattern: PyNode, subject: Value, frame: Frame): boolean {
  const [inner] = pattern.children;
  switch (pattern.type) {
    case 'case_pattern':
      if (!inner) return pattern.text.trim() === '_' || refused(pattern);
      return /^-/.test(pattern.text) && inner.type !== 'union_pattern'
        ? isEqual(machine, machine.apply('negative', [machine.evaluate(inner, frame)]), subject)
        : fits(machine, inner, subject, frame);
    case 'union_pattern':
      return pattern.children.some((one) => fits(machine, one, subject, frame));
    case 'string':
    case 'integer':
    case 'float':
    case 'none':
    case 'true':
    case 'false':
      return isEqual(machine, machine.evaluate(pattern, frame), subject);
    case 'dotted_name':
      return pattern.children.length === 1 ? named(machine, pattern.text, subject, frame) : refused(pattern);
    default:
      return refused(pattern);
  }
}

function isEqual(machine: Machine, literal: Value, subject: Value): boolean {
  const same = compare(machine, literal.kind === 'none' ? 'is' : '==', subject, literal);
  return decided(truth(machine, same));
}

/** A name takes whatever comes. */
function named(machine: Machine, name: string, subject: Value, frame: Frame): boolean {
  machine.journal.set(frame.scope.names, new Map(frame.scope.names.value).set(name, subject));
  return true;
}

function refused({ text }: PyNode): never {
  throw new Unreadable(`a pattern such as ${text.slice(0, 40)}`);
}
