import { inOrder, type Expression } from '../../ir/expression';
import type { Joined, PlainGraph } from './joined-selections';
import { computed, leaf } from './satisfiable';

/** Chosen elements that are always as many, the condition under which they are, and none of them stands for a choice. */
export interface Settled {
  readonly node: Expression;
  readonly condition: Expression;
}

/** What computes with an integer, or asks something of it. */
const COMPUTES = /^(add|subtract|multiply|negative|where|select|less|less_equal|greater|greater_equal|equal|not_equal|logical_\w+|to_\w+)$/;

/**
 * A selection whose mask depends on one position below a size alone, and that has as many elements whatever the position is: all but
 * the element at a label. Null for any other.
 */
export function settled(graph: PlainGraph, { node, valid, axis }: Joined, size: number): Settled | null {
  const position = positionIn(valid);
  if (!position) return null;
  const all = Array.from({ length: size + 1 }, (_, at) => chosenAt(valid, position, at));
  const [first] = all;
  const rows = all[size]?.length === first?.length ? all : all.slice(0, size);
  if (!first || first.length === 0 || rows.some((row) => row?.length !== first.length)) return null;
  const table = graph.tensor(
    rows.flatMap((row) => row ?? []),
    [rows.length, first.length],
    'int',
  );
  const places = graph.plain('take', [table, position], { axis: 0 });
  const from = graph.plain('greater_equal', [position, graph.constant(0, 'int')]);
  const until = graph.plain('less', [position, graph.constant(rows.length, 'int')]);
  return { node: graph.plain('take', [node, places], { axis }), condition: graph.plain('logical_and', [from, until]) };
}

/** The only integer that a mask depends on. */
function positionIn(valid: Expression): Expression | null {
  const found = new Set<Expression>();
  const seen = new Set<Expression>();
  const open = [valid];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node) || node.op === 'constant') continue;
    seen.add(node);
    if (node.kind === 'int' && node.shape.length === 0 && !COMPUTES.test(node.op)) found.add(node);
    else if (node.args.length === 0) return null;
    else open.push(...node.args);
  }
  const [only, ...more] = found;
  return more.length === 0 ? (only ?? null) : null;
}

/** The places that a mask chooses when the position is a certain one. */
function chosenAt(valid: Expression, position: Expression, at: number): number[] | null {
  const known = new Map<Expression, Float64Array>([[position, Float64Array.of(at)]]);
  for (const node of inOrder(valid)) {
    if (known.has(node)) continue;
    const within = node.args.length > 0 && node.args.every((arg) => known.has(arg));
    const values = node.op === 'constant' ? leaf(node) : within ? computed(node, known) : null;
    if (values) known.set(node, values);
  }
  const mask = known.get(valid);
  return mask ? [...mask.keys()].filter((i) => mask[i] !== 0) : null;
}
