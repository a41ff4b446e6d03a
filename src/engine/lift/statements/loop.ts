import type { Expression } from '../../ir/expression';
import type { Shape } from '../../numerics/signature';
import type { PyNode } from '../../syntax/python/node';
import type { Completion, Frame, Machine } from '../machine';
import { join } from '../state/branch';
import { Unreadable } from '../state/unreadable';
import { iterate } from '../values/iterate';
import { expressionOf, tensorOf } from '../values/tensor';
import { truth } from '../values/truth';
import type { Value } from '../values/value';
import { bindTarget } from './assign';

const NEXT: Completion = { kind: 'next' };
const MOST_TURNS = 200;

/** No more turns are taken over elements of which some may not be there. */
const MOST_CHOSEN = 24;

/** `for` over what is known to be finite: every turn is run. */
export function runFor(machine: Machine, node: PyNode, frame: Frame): Completion {
  const target = node.field('left');
  const over = node.field('right');
  const body = node.field('body');
  if (!target || !over || !body) return NEXT;
  const all = machine.evaluate(over, frame);
  const chosen = chosenRows(machine, all);
  const items = chosen?.map(({ row }) => row) ?? iterate(machine, all);
  if (items.length > MOST_TURNS) throw new Unreadable(`a loop of ${items.length} turns`);
  const turn = (i: number): Completion => {
    machine.trace.step();
    bindTarget(machine, target, items[i] as Value, frame);
    return machine.execute(body, frame);
  };
  if (chosen) {
    chosen.forEach(({ when }, i) => turnWhere(machine, when, () => turn(i), frame));
    return runElse(machine, node, frame);
  }
  return turnsFrom(machine, 0, items.length, turn, () => runElse(machine, node, frame));
}

interface ChosenRow {
  readonly row: Value;
  /** Whether it is one of those that were chosen. */
  readonly when: Expression;
}

/** The rows that a selection of unknown length may have; null for anything else. */
function chosenRows(machine: Machine, value: Value): ChosenRow[] | null {
  const node = value.kind === 'tensor' ? expressionOf(machine, value) : null;
  const selection = node && machine.graph.selectionOf(node);
  if (!node || selection?.axis !== 0 || (node.shape[0] ?? 0) > MOST_CHOSEN) return null;
  const { graph } = machine;
  const whole = graph.released(node, node.shape);
  const rest = node.shape.slice(1);
  const at = (from: Expression, i: number, shape: Shape): Expression => {
    const [starts, stops] = [
      [i, ...shape.map(() => 0)],
      [i + 1, ...shape],
    ];
    return graph.apply('reshape', [graph.apply('slice', [from], { starts, stops, steps: starts.map(() => 1) })], { shape });
  };
  return Array.from({ length: node.shape[0] ?? 0 }, (_, i) => ({
    row: tensorOf(machine, at(whole, i, rest)),
    when: at(selection.valid, i, []),
  }));
}

/** A turn that is taken only where a condition on data holds. */
function turnWhere(machine: Machine, when: Expression, turn: () => Completion, frame: Frame): void {
  const { trace } = machine;
  const pending = frame.pending.length;
  trace.sides++;
  trace.tolerant++;
  try {
    const { result, writes } = machine.journal.attempt(turn);
    if ((result.kind !== 'next' && result.kind !== 'continue') || frame.pending.length > pending)
      throw new Unreadable('a loop over chosen elements that is left');
    join(machine, when, writes, new Map());
  } finally {
    trace.sides--;
    trace.tolerant--;
  }
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
