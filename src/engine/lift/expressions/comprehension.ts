import type { PyNode } from '../../syntax/python/node';
import type { Frame, Machine } from '../machine';
import type { Expression } from '../../ir/expression';
import { decide } from '../state/paths';
import { Diverged, Unreadable } from '../state/unreadable';
import { iterate } from '../values/iterate';
import { keyOf } from '../values/plain';
import { truth } from '../values/truth';
import { choose } from '../state/branch';
import { integer, type DictEntry, type Value } from '../values/value';
import { bindTarget } from '../statements/assign';

/** The values of a list, set or generator comprehension. */
export function comprehension(machine: Machine, node: PyNode, frame: Frame): Value[] {
  const body = node.field('body');
  const result: Value[] = [];
  if (body) clauses(machine, node.children.slice(1), within(machine, frame), (at) => result.push(machine.evaluate(body, at)));
  return result;
}

/** The sum of a generator: what a filter on data leaves out adds nothing. */
export function summed(machine: Machine, node: PyNode, frame: Frame): Value {
  const body = node.field('body');
  const conditions: Expression[] = [];
  let total: Value = integer(0);
  const add = (at: Frame): void => {
    const next = body ? machine.apply('add', [total, machine.evaluate(body, at)]) : total;
    total = conditions.reduceRight((value, condition) => choose(machine, condition, value, total), next);
  };
  clauses(machine, node.children.slice(1), within(machine, frame), add, (_, condition, go) => {
    conditions.push(condition);
    go();
    conditions.pop();
  });
  return total;
}

/** `{key: value for …}`. */
export function dictComprehension(machine: Machine, node: PyNode, frame: Frame): Value {
  const [key, value] = [node.field('body')?.field('key'), node.field('body')?.field('value')];
  const entries = new Map<string, DictEntry>();
  if (key && value) {
    clauses(machine, node.children.slice(1), within(machine, frame), (at) => {
      const name = machine.evaluate(key, at);
      entries.set(keyOf(name), { key: name, value: machine.evaluate(value, at) });
    });
  }
  return { kind: 'dict', cell: machine.journal.cell<ReadonlyMap<string, DictEntry>>(entries) };
}

function within(machine: Machine, frame: Frame): Frame {
  return { ...frame, scope: { names: machine.journal.cell(new Map()), parent: frame.scope, outer: new Set() } };
}

/** What a condition on data does with what is behind it. */
type Filter = (frame: Frame, condition: Expression, go: () => void) => void;

function clauses(
  machine: Machine,
  rest: readonly PyNode[],
  frame: Frame,
  yieldOne: (frame: Frame) => void,
  filter: Filter = (at, condition, go) => (chosen(machine, at, condition) ? go() : undefined),
): void {
  machine.trace.step();
  const [clause, ...more] = rest;
  if (!clause) return yieldOne(frame);
  if (clause.type === 'if_clause') {
    const condition = clause.children[0];
    const known = condition ? truth(machine, machine.evaluate(condition, frame)) : true;
    const go = (): void => clauses(machine, more, frame, yieldOne, filter);
    if (typeof known !== 'boolean') filter(frame, known, go);
    else if (known) go();
    return;
  }
  const [target, over] = [clause.field('left'), clause.field('right')];
  if (!target || !over) return;
  for (const item of iterate(machine, machine.evaluate(over, frame))) {
    bindTarget(machine, target, item, frame);
    clauses(machine, more, frame, yieldOne, filter);
  }
}

/** What a filter on data lets through is another list on each path. */
function chosen(machine: Machine, frame: Frame, condition: Expression): boolean {
  if (frame.choices) return decide(frame.choices, condition);
  if (machine.trace.tolerant > 0) throw new Unreadable('a comprehension filters by data');
  throw new Diverged('a comprehension filters by data');
}
