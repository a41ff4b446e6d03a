import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { bind } from '../calls/signature-text';
import { positional } from '../values/arguments';
import { itemsOf } from '../values/plain';
import { NONE, boolean, tuple, type DictEntry, type Value } from '../values/value';
import type { Primitive } from './primitive';

/** A function of the leaves of trees that are alike: tuples, lists and dicts inside one another. */
function mapped(machine: Machine, callee: Value, trees: readonly Value[], depth: number): Value {
  const [first, ...others] = trees;
  if (!first) throw new Unreadable('a map over no tree');
  if (first.kind === 'none') return first;
  if (first.kind === 'dict') {
    const entries = new Map<string, DictEntry>();
    for (const [name, { key, value }] of first.cell.value)
      entries.set(name, { key, value: mapped(machine, callee, [value, ...others.map((tree) => entryOf(tree, name))], depth) });
    return { kind: 'dict', cell: machine.journal.cell<ReadonlyMap<string, DictEntry>>(entries) };
  }
  const items = itemsOf(first);
  if (!items) return machine.call(callee, positional(...trees), depth);
  const parts = items.map((item, i) => mapped(machine, callee, [item, ...others.map((tree) => partOf(tree, i, items.length))], depth));
  return first.kind === 'list' ? { kind: 'list', cell: machine.journal.cell<readonly Value[]>(parts) } : tuple(parts, namesOf(first));
}

function entryOf(tree: Value, name: string): Value {
  const found = tree.kind === 'dict' ? tree.cell.value.get(name)?.value : undefined;
  if (!found) throw new Unreadable('trees that differ');
  return found;
}

function partOf(tree: Value, at: number, length: number): Value {
  const items = itemsOf(tree);
  const found = items?.length === length ? items[at] : undefined;
  if (!found) throw new Unreadable('trees that differ');
  return found;
}

function namesOf(value: Value): readonly string[] | undefined {
  return value.kind === 'tuple' ? value.names : undefined;
}

/** The leaves of a tree; entries of a dict in the order of their keys. */
function leavesOf(tree: Value): Value[] {
  if (tree.kind === 'none') return [];
  if (tree.kind === 'dict') {
    const keys = [...tree.cell.value.keys()].sort();
    return keys.flatMap((key) => leavesOf(tree.cell.value.get(key)?.value ?? { kind: 'none' }));
  }
  return itemsOf(tree)?.flatMap(leavesOf) ?? [tree];
}

/** What makes tuples whose parts have names: a list of names, or one string of them. */
function namedTuples(machine: Machine, fields: Value): Value {
  const listed = itemsOf(fields)?.map((item) => (item.kind === 'text' ? item.value : ''));
  const names = listed ?? (fields.kind === 'text' ? fields.value.split(/[\s,]+/) : []);
  const specs = names.map((name) => ({ name, kind: 'plain' as const, default: null }));
  if (names.length === 0) throw new Unreadable('a tuple whose names are not known');
  return {
    kind: 'native',
    name: 'namedtuple',
    call: (args) => {
      machine.trace.step();
      const bound = bind(specs, args, 'namedtuple');
      return tuple(
        names.map((name) => bound.get(name) ?? NONE),
        names,
      );
    },
  };
}

/** Functions of trees, as `jax.tree`, `tf.nest` and `keras.tree` have them. */
export const TREES = {
  tree_map: (machine, at, depth) => mapped(machine, at.value('f'), itemsOf(at.value('trees')) ?? [], depth),
  tree_leaves: (machine, at) => ({ kind: 'list', cell: machine.journal.cell<readonly Value[]>(leavesOf(at.value('tree'))) }),
  namedtuple: (machine, at) => namedTuples(machine, at.value('fields')),
  is_nested: (_, at) => boolean(at.value('tree').kind === 'dict' || itemsOf(at.value('tree')) !== null),
} satisfies Record<string, Primitive>;
