import type { Expression } from '../../ir/expression';
import type { Machine } from '../machine';
import { parametersOf } from '../calls/parameters';
import { ARRAY } from '../inputs/inputs';
import { applyNodes } from '../values/apply';
import { integerOf, itemsOf } from '../values/plain';
import { expressionOf, tensorOf } from '../values/tensor';
import { NONE, integer, tuple, type Arguments, type DictEntry, type Value } from '../values/value';
import { frontAxis } from './bound';
import { part } from './join';

/** What runs over rows: each argument as its rows, or as it is where it has none. */
interface Rows {
  /** How many there are; 0 where every row is given the same. */
  readonly count: number;
  readonly at: (row: number) => Value;
}

/** Runs a function over the rows of its arguments along `axes` and joins the results along a new axis `out`; trees part by part. */
export function overRows(machine: Machine, callee: Value, args: Arguments, axes: Value, out: number, depth: number): Value {
  const positional = [...args.positional, ...handedOn(callee, args)].map((value, i) => rowsOf(machine, value, partOfAxes(axes, i)));
  const keywords = [...args.keywords].map(([name, value]) => [name, rowsOf(machine, value, integer(0))] as const);
  const count = Math.max(0, ...positional.map((one) => one.count), ...keywords.map(([, one]) => one.count));
  const results = Array.from({ length: count }, (_, row) =>
    machine.call(
      callee,
      {
        positional: positional.map((one) => one.at(row)),
        keywords: new Map(keywords.map(([name, one]) => [name, one.at(row)])),
      },
      depth,
    ),
  );
  return ofModel(results) ?? restacked(machine, results, out);
}

/** What a call hands on of the loss's own `*args`: as many as the function wants that is mapped. */
function handedOn(callee: Value, { positional, open }: Arguments): Value[] {
  const { path, from } = open?.elements ?? {};
  if (path === undefined || from === undefined || callee.kind !== 'function') return [];
  const wanted = parametersOf(callee.node).filter((parameter) => parameter.kind === 'plain' && !parameter.default).length;
  const missing = Math.max(0, wanted - (callee.receiver ? 1 : 0) - positional.length);
  return Array.from({ length: missing }, (_, i) => ({ kind: 'free', path: `${path}[${positional.length + i - from}]` }));
}

/** The axis of one part of a tree of which all is mapped along `axes`, or each part along its own. */
function partOfAxes(axes: Value, at: number): Value {
  const listed = itemsOf(axes);
  return listed ? (listed[at] ?? NONE) : axes;
}

/** The rows of a tensor, or of all tensors of a tree. */
export function rowsOf(machine: Machine, value: Value, axis: Value): Rows {
  if (axis.kind === 'none' || value.kind === 'none') return { count: 0, at: () => value };
  const items = itemsOf(value);
  if (items && (value.kind === 'tuple' || items.some(isTree))) {
    const parts = items.map((item, i) => rowsOf(machine, item, partOfAxes(axis, i)));
    const names = value.kind === 'tuple' ? value.names : undefined;
    const made = (each: readonly Value[]): Value =>
      value.kind === 'list' ? { kind: 'list', cell: machine.journal.cell(each) } : tuple(each, names);
    return { count: most(parts), at: (row) => made(parts.map((one) => one.at(row))) };
  }
  if (value.kind === 'dict') {
    const parts = [...value.cell.value].map(([name, entry]) => [name, entry.key, rowsOf(machine, entry.value, axis)] as const);
    const at = (row: number): Value => {
      const entries = new Map(parts.map(([name, key, one]): [string, DictEntry] => [name, { key, value: one.at(row) }]));
      return { kind: 'dict', cell: machine.journal.cell<ReadonlyMap<string, DictEntry>>(entries) };
    };
    return { count: most(parts.map(([, , one]) => one)), at };
  }
  return rowsOfTensor(machine, expressionOf(machine, value), integerOf(axis, 'in_axes'));
}

function isTree(value: Value): boolean {
  return value.kind === 'tensor' || value.kind === 'dict' || itemsOf(value) !== null;
}

function most(parts: readonly Rows[]): number {
  return Math.max(0, ...parts.map(({ count }) => count));
}

function rowsOfTensor(machine: Machine, node: Expression, axis: number): Rows {
  machine.trace.step();
  if (node.shape.length === 0) machine.inputs.demand(node, ARRAY);
  const front = machine.graph.watched(
    'rows',
    () => [node],
    {},
    () => frontAxis(axis, node.shape.length),
  );
  const shape = node.shape.filter((_, one) => one !== front);
  const at = (row: number): Value =>
    tensorOf(machine, applyNodes(machine, 'reshape', [part(machine, node, front, row, row + 1)], { shape }));
  return { count: node.shape[front] ?? 0, at };
}

/** What a model gives row by row is as free as what it gives for all rows: one value stands for them; null for anything else. */
function ofModel(results: readonly Value[]): Value | null {
  const paths = new Set(results.flatMap((result) => (result.kind === 'free' ? [result.path] : [])));
  return results.length > 1 && paths.size === results.length ? (results[0] ?? null) : null;
}

/** Results of rows joined along a new axis; tuples, dicts and objects part by part. */
export function restacked(machine: Machine, results: readonly Value[], axis: number): Value {
  const [first] = results;
  const column = (of: (result: Value) => Value | undefined): Value =>
    restacked(
      machine,
      results.map((result) => of(result) ?? NONE),
      axis,
    );
  if (first?.kind === 'none' && results.every(({ kind }) => kind === 'none')) return NONE;
  if (first?.kind === 'dict') {
    const entries = [...first.cell.value].map(([name, { key }]): [string, DictEntry] => [
      name,
      { key, value: column((result) => (result.kind === 'dict' ? result.cell.value.get(name)?.value : undefined)) },
    ]);
    return { kind: 'dict', cell: machine.journal.cell<ReadonlyMap<string, DictEntry>>(new Map(entries)) };
  }
  const items = first ? itemsOf(first) : null;
  if (items) {
    const names = first?.kind === 'tuple' ? first.names : undefined;
    return tuple(
      items.map((_, i) => column((result) => itemsOf(result)?.[i])),
      names,
    );
  }
  const nodes = results.map((result) => expressionOf(machine, result));
  return tensorOf(machine, applyNodes(machine, 'stack', nodes, { axis: frontAxis(axis, (nodes[0]?.shape.length ?? 0) + 1) }));
}
