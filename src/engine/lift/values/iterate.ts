import { ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { membersOf } from '../modules/classes';
import { LIST } from '../inputs/inputs';
import { Raised, Unreadable } from '../state/unreadable';
import { basicIndex, readBasic, writeBasic } from '../indexing/basic';
import { demandList, describe, expressionOf, tensorOf, viewOf } from './tensor';
import { integer, text, type Value } from './value';

const MOST_ROWS = 64;

/** What a `for` loop or an unpacking sees. `expected` is how many values an unpacking wants. Throws Unreadable. */
export function iterate(machine: Machine, value: Value, expected?: number): readonly Value[] {
  switch (value.kind) {
    case 'tuple':
      return value.items;
    case 'list':
      return value.cell.value;
    case 'dict':
      return [...value.cell.value.values()].map((entry) => entry.key);
    case 'text':
      return [...value.value].map(text);
    case 'tensor':
      return rows(machine, value, expected);
    case 'free':
      return machine.inputs.elements(value.path, expected) ?? rows(machine, value);
    case 'class': {
      const members = membersOf(machine, value.model);
      if (members) return [...members.values()];
      throw new Unreadable(`iteration over ${describe(value)}`);
    }
    case 'object': {
      const items = value.attributes.value.get('items');
      if (items) return iterate(machine, items);
      throw new Unreadable(`iteration over ${describe(value)}`);
    }
    case 'opaque':
      throw new Unreadable(`${value.what}: ${value.why}`);
    case 'method':
      demandList(machine, value);
      throw new Unreadable(`iteration over ${describe(value)}`);
    default:
      throw new Unreadable(`iteration over ${describe(value)}`);
  }
}

/** The rows of a tensor along its first axis, which share its memory. A row of a parameter that is unpacked into other names shows a list of tuples. */
function rows(machine: Machine, value: Value, expected?: number): readonly Value[] {
  const node = expressionOf(machine, value);
  const [count = 0] = node.shape;
  const isPart = value.kind === 'tensor' && node.op === 'reshape';
  if (isPart && expected !== undefined && count !== expected) machine.inputs.demand(node, LIST);
  if (node.shape.length === 0) {
    if (value.kind === 'free') machine.inputs.compared.push({ path: value.path, with: LIST });
    throw new Raised('iteration over a 0-d tensor');
  }
  if (count > MOST_ROWS) throw new ShapeError(`iteration over ${count} rows`);
  const base = value.kind === 'free' ? machine.inputs.tensor(value.path) : value;
  return Array.from({ length: count }, (_, i) => {
    const index = basicIndex([integer(i)], node.shape);
    const row = readBasic(machine, node, index);
    if (base.kind !== 'tensor') return tensorOf(machine, row);
    return viewOf(machine, base, {
      read: (from) => machine.trace.quietly(() => readBasic(machine, from, index)),
      write: (from, part) => writeBasic(machine, from, index, part),
    });
  });
}
