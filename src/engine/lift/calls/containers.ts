import { ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { Raised, Unreadable } from '../state/unreadable';
import { iterate } from '../values/iterate';
import { integerOf, keyOf, same } from '../values/plain';
import { NONE, boolean, integer, tuple, type DictEntry, type DictValue, type Value, type Arguments } from '../values/value';

type Container = Extract<Value, { kind: 'list' | 'dict' | 'tuple' }>;
type ListValue = Extract<Value, { kind: 'list' }>;

/** Methods of lists, tuples and dicts. Throws Unreadable, Raised. */
export function callContainer(machine: Machine, receiver: Container, name: string, args: Arguments): Value {
  if (receiver.kind === 'dict') return callDict(machine, receiver, name, args);
  const items = receiver.kind === 'list' ? receiver.cell.value : receiver.items;
  const [first] = args.positional;
  if (name === 'index' && first) {
    const at = items.findIndex((item) => same(item, first));
    if (at < 0) throw new Raised('value is not in the list');
    return integer(at);
  }
  if (name === '__len__') return integer(items.length);
  if (name === 'count' && first) return integer(items.filter((item) => same(item, first)).length);
  if (receiver.kind === 'list') return callList(machine, receiver, name, args);
  if (name === 'as_list') return { kind: 'list', cell: machine.journal.cell(items) };
  if (name === 'assert_has_rank' && first && integerOf(first, 'a rank') !== items.length)
    throw new ShapeError(`a shape of rank ${items.length} where ${integerOf(first, 'a rank')} is demanded`);
  if (name.startsWith('assert_')) return NONE;
  if (name.startsWith('is_')) return boolean(true);
  if (name === 'numel' || name === 'num_elements') return integer(items.reduce((product, item) => product * integerOf(item, 'a size'), 1));
  throw new Unreadable(`tuple method ${name}`);
}

function callList(machine: Machine, { cell }: ListValue, name: string, args: Arguments): Value {
  const [first, second] = args.positional;
  const put = (items: readonly Value[]): Value => {
    machine.journal.set(cell, items);
    return NONE;
  };
  switch (name) {
    case 'append':
      return put([...cell.value, first ?? NONE]);
    case 'extend':
      return put([...cell.value, ...(first ? iterate(machine, first) : [])]);
    case 'insert': {
      const at = integerOf(first ?? integer(0), 'a position');
      return put([...cell.value.slice(0, at), second ?? NONE, ...cell.value.slice(at)]);
    }
    case 'pop': {
      const at = first ? integerOf(first, 'a position') : -1;
      const index = at < 0 ? cell.value.length + at : at;
      const taken = cell.value[index];
      if (!taken) throw new Raised('pop from an empty list');
      put(cell.value.filter((_, i) => i !== index));
      return taken;
    }
    case 'copy':
      return { kind: 'list', cell: machine.journal.cell(cell.value) };
    case 'reverse':
      return put([...cell.value].reverse());
    case 'clear':
      return put([]);
    case 'remove': {
      const at = cell.value.findIndex((item) => same(item, first ?? NONE));
      if (at < 0) throw new Raised('value is not in the list');
      return put(cell.value.filter((_, i) => i !== at));
    }
    case 'add':
      return put(cell.value.some((item) => same(item, first ?? NONE)) ? cell.value : [...cell.value, first ?? NONE]);
    default:
      throw new Unreadable(`list method ${name}`);
  }
}

function callDict(machine: Machine, { cell, open }: DictValue, name: string, args: Arguments): Value {
  const entries = [...cell.value.values()];
  const [first, second] = args.positional;
  const put = (next: ReadonlyMap<string, DictEntry>): Value => {
    machine.journal.set(cell, next);
    return NONE;
  };
  switch (name) {
    case 'items':
      return tuple(entries.map(({ key, value }) => tuple([key, value])));
    case 'keys':
      return tuple(entries.map(({ key }) => key));
    case 'values':
      return tuple(entries.map(({ value }) => value));
    case 'get':
      return cell.value.get(keyOf(first ?? NONE))?.value ?? second ?? NONE;
    case 'copy':
      return { kind: 'dict', cell: machine.journal.cell(cell.value) };
    case 'clear':
      return put(new Map());
    case 'update':
      return put(new Map([...cell.value, ...additions(args)]));
    case 'setdefault':
    case 'pop': {
      const key = keyOf(first ?? NONE);
      const found = cell.value.get(key)?.value ?? second;
      if (!found && open !== undefined && first?.kind === 'text') return machine.inputs.open(`${open}["${first.value}"]`);
      if (!found) throw new Raised('no such key');
      const next = new Map(cell.value);
      if (name === 'pop') next.delete(key);
      else next.set(key, { key: first ?? NONE, value: found });
      put(next);
      return found;
    }
    default:
      throw new Unreadable(`dict method ${name}`);
  }
}

function additions(args: Arguments): [string, DictEntry][] {
  const [first] = args.positional;
  if (first && first.kind !== 'dict') throw new Unreadable('dict.update with something that is not a dict');
  const named = [...args.keywords].map(([name, value]): [string, DictEntry] => [
    `s:${name}`,
    { key: { kind: 'text', value: name }, value },
  ]);
  return [...(first?.cell.value ?? []), ...named];
}
