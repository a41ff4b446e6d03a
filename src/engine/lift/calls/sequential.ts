import type { Machine } from '../machine';
import { positional } from '../values/arguments';
import { integerOf, itemsOf } from '../values/plain';
import { NONE, text, tuple, type Arguments, type ObjectValue, type Value } from '../values/value';

/** Modules that are called one after the other. */
export function sequentialOf(machine: Machine, steps: readonly Value[]): ObjectValue {
  const [only] = steps;
  const named = steps.length === 1 && only?.kind === 'dict' ? [...only.cell.value.values()].map(({ value }) => value) : steps;
  const items: Value = { kind: 'list', cell: machine.journal.cell<readonly Value[]>(named) };
  return {
    kind: 'object',
    model: null,
    library: 'sequential',
    constructed: null,
    attributes: machine.journal.cell<ReadonlyMap<string, Value>>(new Map([['items', items]])),
  };
}

/** What the modules make of a value, one after the other. */
export function callSequential(machine: Machine, sequential: ObjectValue, args: Arguments, depth: number): Value {
  return stepsOf(sequential).reduce((value, step) => machine.call(step, positional(value), depth), args.positional[0] ?? NONE);
}

/** Methods that add modules or list them; null for any other. */
export function sequentialMethod(machine: Machine, sequential: ObjectValue, name: string, args: Arguments): Value | null {
  const [first, second] = args.positional;
  const steps = stepsOf(sequential);
  const held = sequential.attributes.value.get('items');
  const added = name === 'append' ? first : name === 'add_module' || name === 'register_module' ? second : undefined;
  if (added && held?.kind === 'list') {
    machine.journal.set(held.cell, [...steps, added]);
    return name === 'append' ? sequential : NONE;
  }
  if (name === 'children') return tuple(steps);
  return name === 'named_children' ? tuple(steps.map((step, i) => tuple([text(String(i)), step]))) : null;
}

/** One module, or several as a sequence of their own. */
export function sequentialPart(machine: Machine, sequential: ObjectValue, at: Value): Value | null {
  const steps = stepsOf(sequential);
  if (at.kind !== 'slice') return null;
  const bound = (value: Value, absent: number): number => (value.kind === 'none' ? absent : integerOf(value, 'a bound of a slice'));
  return at.step.kind === 'none' ? sequentialOf(machine, steps.slice(bound(at.start, 0), bound(at.stop, steps.length))) : null;
}

function stepsOf(sequential: ObjectValue): readonly Value[] {
  return itemsOf(sequential.attributes.value.get('items') ?? NONE) ?? [];
}
