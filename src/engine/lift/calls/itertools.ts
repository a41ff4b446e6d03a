import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { positional } from '../values/arguments';
import { iterate } from '../values/iterate';
import { integerOf } from '../values/plain';
import { truth } from '../values/truth';
import { NONE, integer, tuple, type Arguments, type Value } from '../values/value';

type Items = readonly Value[];

/** No function gives more tuples than this. */
const MOST = 4096;

/** Functions of `itertools` that end, as tuples of what they give. */
const ITERTOOLS: Readonly<Record<string, (machine: Machine, lists: readonly Items[], args: Arguments) => Items>> = {
  chain: (_, lists) => lists.flat(),
  product: (_, lists, args) => {
    const times = integerOf(args.keywords.get('repeat') ?? integer(1), 'repeat');
    return products(Array.from({ length: times }, () => lists).flat()).map((row) => tuple(row));
  },
  permutations: (_, [items = []], args) => chosen(items, sizeOf(args, items.length), true).map((row) => tuple(row)),
  islice: (_, [items = []], args) => {
    if (args.positional.length > 3) throw new Unreadable('islice with a step');
    const [start, stop] = args.positional.slice(1).map((bound) => (bound.kind === 'none' ? Infinity : integerOf(bound, 'a bound')));
    return stop === undefined ? items.slice(0, start) : items.slice(start, stop);
  },
  pairwise: (_, [items = []]) => items.slice(1).map((item, i) => tuple([items[i] ?? NONE, item])),
  combinations: (_, [items = []], args) => chosen(items, sizeOf(args, items.length), false).map((row) => tuple(row)),
};

/** Calls a function of `itertools`, by its last name. Throws Unreadable. */
export function callItertools(machine: Machine, name: string, args: Arguments): Value {
  if (name === 'chain.from_iterable') {
    const lists = iterate(machine, args.positional[0] ?? NONE).map((list) => iterate(machine, list));
    return tuple(lists.flat());
  }
  if (/^i?filterfalse$/.test(name)) return { kind: 'list', cell: machine.journal.cell(unlike(machine, args)) };
  const made = Object.hasOwn(ITERTOOLS, name) ? ITERTOOLS[name] : undefined;
  if (!made) throw new Unreadable(`itertools.${name} is not modelled`);
  const sized = name === 'permutations' || name === 'combinations' || name === 'islice';
  const lists = (sized ? args.positional.slice(0, 1) : args.positional).map((list) => iterate(machine, list));
  const items = made(machine, lists, args);
  if (items.length > MOST) throw new Unreadable(`${items.length} tuples of itertools.${name}`);
  return { kind: 'list', cell: machine.journal.cell(items) };
}

/** Items of which a function is not true. That a number is not nan is demanded of the inputs. */
function unlike(machine: Machine, { positional: [question = NONE, list = NONE] }: Arguments): Items {
  return iterate(machine, list).filter((item) => {
    const asked = truth(machine, machine.call(question, positional(item), 1));
    if (typeof asked === 'boolean') return !asked;
    const nan = asked.op === 'isnan' || (asked.op === 'not_equal' && asked.args[0] === asked.args[1]);
    if (!nan || machine.trace.sides > 0) throw new Unreadable('filter depends on data');
    machine.trace.demand(machine.graph.apply('logical_not', [asked]), machine.trace.here);
    return true;
  });
}

function sizeOf({ positional, keywords }: Arguments, standard: number): number {
  const given = positional[1] ?? keywords.get('r');
  return given && given.kind !== 'none' ? integerOf(given, 'r') : standard;
}

function products(lists: readonly Items[]): Items[] {
  const total = lists.reduce((count, list) => count * list.length, 1);
  if (total > MOST) throw new Unreadable(`${total} tuples of itertools.product`);
  return lists.reduce<Items[]>((rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])), [[]]);
}

/** So many of the items, in the order of their places; each choice in every order where `ordered`. */
function chosen(items: Items, size: number, ordered: boolean): Items[] {
  let rows: number[][] = [[]];
  for (let i = 0; i < size; i++) {
    rows = rows.flatMap((row) =>
      items.flatMap((_, place) => ((ordered ? row.includes(place) : place <= (row.at(-1) ?? -1)) ? [] : [[...row, place]])),
    );
    if (rows.length > MOST) throw new Unreadable('too many choices of itertools');
  }
  return rows.map((row) => row.map((place) => items[place] ?? NONE));
}
