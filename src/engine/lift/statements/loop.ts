import type { PyNode } from '../../syntax/python/node';
import type { Completion, Frame, Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { iterate } from '../values/iterate';
import { truth } from '../values/truth';
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
  for (const item of items) {
    machine.trace.step();
    bindTarget(machine, target, item, frame);
    const completion = machine.execute(body, frame);
    if (completion.kind === 'break') return NEXT;
    if (completion.kind === 'return' || completion.kind === 'raise') return completion;
  }
  return runElse(machine, node, frame);
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
    if (completion.kind === 'break') return NEXT;
    if (completion.kind === 'return' || completion.kind === 'raise') return completion;
  }
  throw new Unreadable('a while loop of unknown length');
}

function runElse(machine: Machine, node: PyNode, frame: Frame): Completion {
  const body = node.field('alternative')?.field('body');
  return body ? machine.execute(body, frame) : NEXT;
}
