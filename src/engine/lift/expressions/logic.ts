import type { PyNode } from '../../syntax/python/node';
import { sizeOf, type Expression } from '../../ir/expression';
import type { Frame, Machine } from '../machine';
import { choose, join } from '../state/branch';
import { Raised, Unreadable } from '../state/unreadable';
import { expressionOf, tensorOf } from '../values/tensor';
import { compared } from './operators';
import { branchTruth, truth } from '../values/truth';
import { boolean, integer, NONE, type Value } from '../values/value';

/** `a < b <= c`. */
export function comparison(machine: Machine, node: PyNode, frame: Frame): Value {
  const [, last] = node.children;
  const bounds = last && node.operators.length === 1 && /^(not )?in$/.test(node.operators[0] ?? '') ? boundsOf(machine, last, frame) : null;
  if (bounds) return between(machine, node, bounds, frame);
  const values = node.children.map((child) => machine.evaluate(child, frame));
  const parts = node.operators.map((operator, i) => compared(machine, operator, values[i] ?? NONE, values[i + 1] ?? NONE, frame.depth));
  return parts.slice(1).reduce((all, part) => both(machine, all, part), parts[0] ?? boolean(true));
}

/** The two bounds of a `range(a, b)` of which one is an integer of a tensor: nothing but membership can be told of it. */
function boundsOf(machine: Machine, node: PyNode, frame: Frame): readonly [Value, Value] | null {
  const args = node.type === 'call' ? (node.field('arguments')?.children ?? []) : [];
  if (args.length < 1 || args.length > 2 || node.field('function')?.text !== 'range') return null;
  const callee = machine.evaluate(node.field('function') ?? node, frame);
  if (callee.kind !== 'library' || callee.name !== 'builtins.range') return null;
  const values = args.map((arg) => machine.evaluate(arg, frame));
  const whole = values.every((value) => value.kind === 'number' || (value.kind === 'tensor' && isWhole(machine, value)));
  if (!whole || values.every((value) => value.kind === 'number')) return null;
  const [low = integer(0), high = integer(0)] = values.length === 1 ? [integer(0), ...values] : values;
  return [low, high];
}

function isWhole(machine: Machine, value: Value): boolean {
  const { kind, shape } = expressionOf(machine, value);
  return kind === 'int' && sizeOf(shape) === 1;
}

/** `x in range(low, high)` of a whole number. Throws Unreadable for any other. */
function between(machine: Machine, node: PyNode, [low, high]: readonly [Value, Value], frame: Frame): Value {
  const value = node.children[0] ? machine.evaluate(node.children[0], frame) : NONE;
  const known =
    value.kind === 'number' ? value.integer || Number.isInteger(value.value) : value.kind === 'tensor' && isWhole(machine, value);
  if (!known) throw new Unreadable('membership of a number that may be no whole one');
  const inside = machine.apply('logical_and', [machine.apply('greater_equal', [value, low]), machine.apply('less', [value, high])]);
  return node.operators[0] === 'in' ? inside : machine.apply('logical_not', [inside]);
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
