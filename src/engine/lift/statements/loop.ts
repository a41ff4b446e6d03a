import type { PyNode } from '../../syntax/python/node';
import type { Completion, Frame, Machine } from '../machine';
import { join } from '../state/branch';
import { Unreadable } from '../state/unreadable';
import { iterate } from '../values/iterate';
import { truth } from '../values/truth';
import type { Value } from '../values/value';
import { bindTarget } from './assign';

const NEXT: Completion = { kind: 'next' };
const MOST_TURNS = 200;

/** `for` over what is known to be finite: every turn is run. */
export function runFor(machine: Machine, node: PyNode, frame: Frame): Completion {
  const target = node.field('left');
  const over = node.field('right');
  const body = node.field('body');
  if (!target || !over || !body) return NEXT;
  const items = iterate(machine, machine.evaluate(over, frame));
  if (items.length > MOST_TURNS) throw new Unreadable(`a loop of ${items.length} turns`);
  const turn = (i: number): Completion => {
    machine.trace.step();
    bindTarget(machine, target, items[i] as Value, frame);
    return machine.execute(body, frame);
  };
  return turnsFrom(machine, 0, items.length, turn, () => runElse(machine, node, frame));
}

/** The turns of a loop from one on. Where a turn or the loop is left on data, both ways are run to their ends and joined. */
function turnsFrom(
  machine: Machine,
  from: number,
  count: number,
  turn: (i: number) => Completion,
  otherwise: () => Completion,
): Completion {
  for (let i = from; i < count; i++) {
    const completion = turn(i);
    if (completion.kind === 'break') return NEXT;
    if (completion.kind === 'return' || completion.kind === 'raise') return completion;
    if (completion.kind !== 'split') continue;
    const rest = (): Completion => {
      const ended = completion.stay();
      if (completion.what === 'continue' || (ended.kind !== 'next' && ended.kind !== 'continue')) return ended;
      return turnsFrom(machine, i + 1, count, turn, otherwise);
    };
    const { result, writes } = machine.journal.attempt(rest);
    if (result.kind !== 'next' && (result.kind !== 'continue' || completion.what === 'break'))
      throw new Unreadable(`${completion.what} depends on data`);
    join(machine, completion.condition, completion.leaves, writes);
    if (completion.what === 'break') return NEXT;
  }
  return otherwise();
}

/** `while` whose condition is known at every turn. */
export function runWhile(machine: Machine, node: PyNode, frame: Frame): Completion {
  const condition = node.field('condition');
  const body = node.field('body');
  if (!condition || !body) return NEXT;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const value = truth(machine, machine.evaluate(condition, frame));
    if (typeof value !== 'boolean') throw new Unreadable('while depends on data');
    if (!value) return runElse(machine, node, frame);
    const completion = machine.execute(body, frame);
    if (completion.kind === 'split') throw new Unreadable('a while loop is left on data');
    if (completion.kind === 'break') return NEXT;
    if (completion.kind === 'return' || completion.kind === 'raise') return completion;
  }
  throw new Unreadable('a while loop of unknown length');
}

function runElse(machine: Machine, node: PyNode, frame: Frame): Completion {
  const body = node.field('alternative')?.field('body');
  return body ? machine.execute(body, frame) : NEXT;
}
