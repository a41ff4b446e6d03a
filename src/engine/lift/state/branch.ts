import type { Expression } from '../../ir/expression';
import { ShapeError } from '../../numerics/signature';
import type { Machine, Pending } from '../machine';
import { opaque } from '../values/opaque';
import { itemsOf, same } from '../values/plain';
import { expressionOf, isArray, tensorOf } from '../values/tensor';
import { asNumber } from '../values/apply';
import { tuple, type DictEntry, type DictValue, type Value } from '../values/value';
import type { Cell, Writes } from './journal';
import { Diverged, Unreadable } from './unreadable';

/** The value that is `a` where the condition holds and `b` elsewhere; the untaken side runs neither way. */
export function choose(machine: Machine, condition: Expression, a: Value, b: Value): Value {
  if (same(a, b)) return a;
  const numeric = (value: Value): boolean => isArray(value) || asNumber(value) !== null;
  if (numeric(a) && numeric(b)) {
    return either(machine, a, b, () =>
      tensorOf(machine, machine.graph.apply('select', [condition, expressionOf(machine, a), expressionOf(machine, b)])),
    );
  }
  const [left, right] = [itemsOf(a), itemsOf(b)];
  if (left && right && left.length === right.length) {
    const items = left.map((item, i) => choose(machine, condition, item, right[i] ?? item));
    return a.kind === 'tuple' ? tuple(items) : { kind: 'list', cell: machine.journal.cell<readonly Value[]>(items) };
  }
  if (a.kind === 'dict' && b.kind === 'dict' && sameKeys(a, b))
    return { kind: 'dict', cell: machine.journal.cell(chosenEntries(machine, condition, a, b)) };
  return opaque(machine, 'a branch on data', 'its sides give different kinds of value', [a, b]);
}

function sameKeys(a: DictValue, b: DictValue): boolean {
  return a.cell.value.size === b.cell.value.size && [...a.cell.value.keys()].every((key) => b.cell.value.has(key));
}

/** The entries of two dicts with the same keys, each that of the one or of the other. */
function chosenEntries(machine: Machine, condition: Expression, a: DictValue, b: DictValue): Map<string, DictEntry> {
  return new Map(
    [...a.cell.value].map(([name, { key, value }]) => [
      name,
      { key, value: choose(machine, condition, value, b.cell.value.get(name)?.value ?? value) },
    ]),
  );
}

/** Sides that cannot be joined are a gap only where the result is used. */
function either(machine: Machine, a: Value, b: Value, join: () => Value): Value {
  try {
    return join();
  } catch (error) {
    if (error instanceof Unreadable || error instanceof ShapeError) return opaque(machine, 'a branch on data', error.message, [a, b]);
    throw error;
  }
}

/** What was returned under conditions, then the last value, as one value. */
export function settle(machine: Machine, pending: readonly Pending[], last: Value): Value {
  return pending.reduceRight((value, entry) => choose(machine, entry.condition, entry.value, value), last);
}

/** Writes what both sides of a condition wrote, joined. */
export function join(machine: Machine, condition: Expression, a: Writes, b: Writes): void {
  const cells = new Set<Cell<unknown>>([...a.keys(), ...b.keys()]);
  for (const cell of cells) {
    const left = (a.get(cell) ?? { after: cell.value }).after;
    const right = (b.get(cell) ?? { after: cell.value }).after;
    machine.journal.set(cell, joined(machine, condition, left, right));
  }
}

function joined(machine: Machine, condition: Expression, a: unknown, b: unknown): unknown {
  if (a === b) return a;
  if (a instanceof Map && b instanceof Map) return joinedMaps(machine, condition, a, b);
  if (Array.isArray(a) && Array.isArray(b)) return joinedLists(machine, condition, a as Value[], b as Value[]);
  if (isExpression(a) && isExpression(b))
    return expressionOf(
      machine,
      either(machine, tensorOf(machine, a), tensorOf(machine, b), () =>
        tensorOf(machine, machine.graph.apply('select', [condition, a, b])),
      ),
    );
  if (isEntry(a) && isEntry(b)) return { key: a.key, value: choose(machine, condition, a.value, b.value) };
  if (isValue(a) && isValue(b)) return choose(machine, condition, a, b);
  return a ?? b;
}

function joinedMaps(machine: Machine, condition: Expression, a: Map<string, unknown>, b: Map<string, unknown>): Map<string, unknown> {
  const result = new Map<string, unknown>(b);
  for (const [key, value] of a) result.set(key, b.has(key) ? joined(machine, condition, value, b.get(key)) : value);
  return result;
}

function joinedLists(machine: Machine, condition: Expression, a: readonly Value[], b: readonly Value[]): readonly Value[] {
  if (a.length === b.length) return a.map((item, i) => choose(machine, condition, item, b[i] ?? item));
  if (machine.trace.tolerant === 0) throw new Diverged('lists of different lengths');
  return [opaque(machine, 'a branch on data', 'its sides build lists of different lengths', [...a, ...b])];
}

function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

function isEntry(value: unknown): value is { key: Value; value: Value } {
  return typeof value === 'object' && value !== null && 'key' in value && 'value' in value;
}

function isValue(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
