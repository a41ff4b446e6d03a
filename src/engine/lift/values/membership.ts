import { sizeOf } from '../../ir/expression';
import type { Machine } from '../machine';
import { wishFor } from '../inputs/wishes';
import { membersOf } from '../modules/classes';
import { Unreadable } from '../state/unreadable';
import { asNumber } from './apply';
import { itemsOf, same } from './plain';
import { describe, expressionOf, isArray } from './tensor';
import { boolean, type Value } from './value';

/** `a in b`: known, or a boolean of the graph where data decide. Throws Unreadable. */
export function contains(machine: Machine, a: Value, b: Value): Value {
  if (a.kind === 'text' && b.kind === 'text') return boolean(b.value.includes(a.value));
  if (a.kind === 'text' && b.kind === 'free' && !machine.inputs.isTensor(b.path)) {
    machine.inputs.object(b.path);
    return boolean(true);
  }
  if (asNumber(a) && isTensor(machine, b)) return machine.apply('any', [machine.apply('equal', [b, a])], { axes: null, keepdims: false });
  const members = b.kind === 'class' ? membersOf(machine, b.model) : null;
  if (members) return boolean([...members.values()].some((member) => same(member, a)));
  const items = b.kind === 'dict' ? [...b.cell.value.values()].map((entry) => entry.key) : itemsOf(b);
  if (!items) throw new Unreadable(`membership of ${describe(b)}`);
  return amongItems(machine, a, items);
}

function isTensor(machine: Machine, value: Value): boolean {
  return value.kind === 'tensor' || (value.kind === 'free' && machine.inputs.isTensor(value.path));
}

function amongItems(machine: Machine, a: Value, items: readonly Value[]): Value {
  const literals = items.flatMap((item) => (item.kind === 'text' ? [item.value] : []));
  if (a.kind === 'text') machine.trace.decides(a.origin, ...literals);
  const value =
    a.kind === 'free' && literals[0] !== undefined ? machine.inputs.option(a.path, ...literals) : amongNumbers(machine, a, items);
  if (isArray(value)) throw new Unreadable('membership of a tensor');
  if (items.some((item) => same(item, value) || isSameNumber(item, value))) return boolean(true);
  const counts = asNumber(value) ? items.filter((item) => isCount(machine, item)) : [];
  const [first, ...more] = counts.map((count) => machine.apply('equal', [count, value]));
  if (first) return more.reduce((any, one) => machine.apply('logical_or', [any, one]), first);
  if (value.kind === 'number')
    for (const item of [...items].reverse()) if (item.kind === 'number') wishFor(machine.inputs, '==', false, value, item);
  return boolean(false);
}

/** Whether two numbers are equal, wherever they come from. */
function isSameNumber(a: Value, b: Value): boolean {
  const [x, y] = [asNumber(a), asNumber(b)];
  return x !== null && y !== null && x.value === y.value;
}

/** A parameter that must be one of some numbers is the first of them. */
function amongNumbers(machine: Machine, value: Value, items: readonly Value[]): Value {
  const numbers = items.flatMap((item) => (item.kind === 'number' && !item.node ? [item.value] : []));
  const open = value.kind === 'free' && !machine.inputs.isTensor(value.path) && machine.inputs.countOf(value.path) === null;
  return open && numbers.length === items.length && numbers.length > 0 ? machine.inputs.option(value.path, ...numbers) : value;
}

/** A size that data decide: how many elements were chosen. */
function isCount(machine: Machine, value: Value): boolean {
  if (value.kind !== 'tensor') return false;
  const { kind, shape } = expressionOf(machine, value);
  return kind === 'int' && sizeOf(shape) === 1;
}

/** `x.shape == (0,)` of sizes of which data decide one: a boolean of the graph; null where nothing depends on data, or something is no size. */
export function sameSizes(machine: Machine, a: Value, b: Value): Value | null {
  const [left, right] = [itemsOf(a), itemsOf(b)];
  if (!left || !right || a.kind !== b.kind || left.length !== right.length) return null;
  const isSize = (value: Value): boolean => asNumber(value) !== null || isCount(machine, value);
  if (![...left, ...right].every(isSize) || [...left, ...right].every((value) => asNumber(value))) return null;
  const pairs = left.flatMap((one, i) => (right[i] ? [[one, right[i]] as const] : []));
  const fixed = pairs.filter((pair) => pair.every((value) => asNumber(value)));
  if (!fixed.every(([x, y]) => isSameNumber(x, y))) return boolean(false);
  const equal = pairs.filter((pair) => !fixed.includes(pair)).map((pair) => machine.apply('equal', [...pair]));
  return equal.slice(1).reduce<Value>((all, one) => machine.apply('logical_and', [all, one]), equal[0] ?? boolean(true));
}
