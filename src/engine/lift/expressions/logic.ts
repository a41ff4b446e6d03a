import type { PyNode } from '../../syntax/python/node';
import type { Expression } from '../../ir/expression';
import type { Frame, Machine } from '../machine';
import { choose, join } from '../state/branch';
import { Raised, Unreadable } from '../state/unreadable';
import { compare } from '../values/arithmetic';
import { tensorOf } from '../values/tensor';
import { branchTruth, truth } from '../values/truth';
import { boolean, NONE, type Value } from '../values/value';

/** `a < b <= c`. */
export function comparison(machine: Machine, node: PyNode, frame: Frame): Value {
  const values = node.children.map((child) => machine.evaluate(child, frame));
  const parts = node.operators.map((operator, i) => compare(machine, operator, values[i] ?? NONE, values[i + 1] ?? NONE));
  return parts.slice(1).reduce((all, part) => both(machine, all, part), parts[0] ?? boolean(true));
}

/** `a and b`, `a or b`: the second operand runs only where Python would run it. */
export function booleanOperator(machine: Machine, node: PyNode, frame: Frame): Value {
  const [left, right] = [node.field('left'), node.field('right')];
  if (!left || !right) throw new Unreadable('an unfinished expression');
  const first = machine.evaluate(left, frame);
  const value = truth(machine, first);
  const and = node.operator === 'and';
  if (typeof value === 'boolean') return value === and ? machine.evaluate(right, frame) : first;
  const second = truth(machine, machine.evaluate(right, frame));
  if (typeof second === 'boolean') return second === and ? tensorOf(machine, value) : boolean(second);
  return machine.apply(and ? 'logical_and' : 'logical_or', [tensorOf(machine, value), tensorOf(machine, second)]);
}

/** `not x`. */
export function negation(machine: Machine, node: PyNode, frame: Frame): Value {
  const argument = node.field('argument');
  const value = truth(machine, argument ? machine.evaluate(argument, frame) : NONE);
  return typeof value === 'boolean' ? boolean(!value) : machine.apply('logical_not', [tensorOf(machine, value)]);
}

/** `a if condition else b`. */
export function conditional(machine: Machine, node: PyNode, frame: Frame): Value {
  const [yes, condition, no] = node.children;
  if (!yes || !condition || !no) throw new Unreadable('an unfinished expression');
  const value = branchTruth(machine, machine.evaluate(condition, frame));
  if (typeof value === 'boolean') return machine.evaluate(value ? yes : no, frame);
  return eitherSide(
    machine,
    value,
    () => machine.evaluate(yes, frame),
    () => machine.evaluate(no, frame),
  );
}

/** Runs both sides of a condition on data from the same state, and joins what they give and write. */
export function eitherSide(machine: Machine, condition: Expression, yes: () => Value, no: () => Value): Value {
  const a = machine.journal.attempt(() => survivor(yes));
  const b = machine.journal.attempt(() => survivor(no));
  if (!a.result || !b.result) {
    const left = a.result ? a : b;
    if (!left.result) throw new Raised('both sides of a condition raise');
    machine.journal.redo(left.writes);
    return left.result;
  }
  const result = choose(machine, condition, a.result, b.result);
  join(machine, condition, a.writes, b.writes);
  return result;
}

function survivor(action: () => Value): Value | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof Raised) return null;
    throw error;
  }
}

function both(machine: Machine, a: Value, b: Value): Value {
  if (a.kind === 'boolean') return a.value ? b : a;
  if (b.kind === 'boolean') return b.value ? a : b;
  return machine.apply('logical_and', [a, b]);
}
