import { sizeOf, type Expression, type Graph } from '../../ir/expression';
import type { Attributes, Shape } from '../../numerics/signature';
import { opNamed } from '../../ops/registry';
import type { Selection } from './selection';
import { Unreadable } from './unreadable';

/** A graph that takes nodes as they are, selections or not. */
export interface PlainGraph {
  plain(op: string, args: readonly Expression[], attributes?: Attributes): Expression;
  tensor: Graph['tensor'];
  constant: Graph['constant'];
  released(node: Expression, shape: Shape): Expression;
}

/** A node of which only some elements along an axis count. */
export interface Joined {
  readonly node: Expression;
  readonly valid: Expression;
  readonly axis: number;
}

/** Reductions over chosen elements, and what an element that was not chosen is replaced by; null where any chosen one does. */
export const REDUCTIONS: Readonly<Record<string, number | null>> = {
  sum: 0,
  prod: 1,
  logsumexp: -Infinity,
  norm: 0,
  count_nonzero: 0,
  any: 0,
  all: 1,
  max: null,
  min: null,
};

/** Selections and whole tensors one after the other along the selected axis: what each chose is chosen. Throws Unreadable. */
export function joinedSelections(
  graph: PlainGraph,
  args: readonly Expression[],
  attributes: Attributes,
  found: readonly (Selection | null)[],
  axis: number,
): Joined {
  if (found.some((one) => one !== null && (one.axis !== axis || one.within)))
    throw new Unreadable('concatenate of selections along different axes');
  const valid = graph.plain(
    'concatenate',
    args.map((arg, i) => found[i]?.valid ?? allOf(graph, arg.shape[axis] ?? 1)),
    { axis: 0 },
  );
  return refilled(graph, graph.plain('concatenate', args, attributes), valid, axis);
}

/** One of two selections of one axis, of which either may be a whole tensor and the shorter one is filled up. Throws Unreadable. */
export function eitherSelection(
  graph: PlainGraph,
  [condition, ...given]: readonly Expression[],
  [, ...found]: readonly (Selection | null)[],
): Joined {
  const rank = Math.max(...given.map(({ shape }) => shape.length));
  const sides = given.map((side) => (side.shape.length === 0 && rank === 1 ? graph.plain('reshape', [side], { shape: [1] }) : side));
  const [a, b] = sides;
  const { axis } = found.find((one) => one !== null) ?? { axis: 0 };
  const alike = sides.every(({ shape }) => shape.length === a?.shape.length && shape.every((size, i) => i === axis || size === a.shape[i]));
  if (!condition || !a || !b || !alike || found.some((one) => one !== null && (one.axis !== axis || one.within)))
    throw new Unreadable('one of two selections along different axes');
  const size = Math.max(...sides.map(({ shape }) => shape[axis] ?? 1));
  const [first, second] = sides.map((side, i) => lengthened(graph, side, found[i]?.valid ?? null, axis, size));
  if (!first || !second) throw new Unreadable('one of two selections');
  const valid = graph.plain('select', [condition, first.valid, second.valid]);
  return { node: graph.plain('select', [condition, first.node, second.node]), valid, axis };
}

/** A tensor repeated at its end up to a size, and which of its elements count. */
function lengthened(graph: PlainGraph, node: Expression, valid: Expression | null, axis: number, size: number): Joined {
  const own = node.shape[axis] ?? 1;
  const all = valid ?? allOf(graph, own);
  const plain = graph.released(node, node.shape);
  if (own === size) return { node: plain, valid: all, axis };
  const places = Array.from({ length: size }, (_, i) => (i < own ? i : 0));
  const none = graph.tensor(
    Array.from({ length: size - own }, () => 0),
    [size - own],
    'bool',
  );
  return {
    node: graph.plain('take', [plain, graph.tensor(places, [size], 'int')], { axis }),
    valid: graph.plain('concatenate', [all, none], { axis: 0 }),
    axis,
  };
}

function allOf(graph: PlainGraph, size: number): Expression {
  return graph.tensor(
    Array.from({ length: size }, () => 1),
    [size],
    'bool',
  );
}

/** The elements that were not chosen replaced by the first chosen one. */
export function refilled(graph: PlainGraph, node: Expression, valid: Expression, axis: number): Joined {
  const place = graph.plain('argmax', [graph.plain('to_int', [valid])], { axis: 0, keepdims: false });
  const first = graph.plain('take', [node, graph.plain('reshape', [place], { shape: [1] })], { axis });
  const wide = graph.plain('reshape', [valid], { shape: node.shape.map((_, i) => (i === axis ? (valid.shape[0] ?? 1) : 1)) });
  return { node: graph.plain('where', [wide, node, first]), valid, axis };
}

/**
 * The variance of chosen elements over their axis and whatever other axes are reduced, as torch has it. `mean` is theirs, of all axes
 * kept; `filled` puts 0 where an element was not chosen; `count` says how many were.
 */
export function varianceOfChosen(
  graph: PlainGraph,
  node: Expression,
  attributes: Attributes,
  { mean, filled, count, axis }: { mean: Expression; filled: (node: Expression) => Expression; count: Expression; axis: number },
): Expression {
  const { axes, correction } = attributes;
  const reduced = (at: number): boolean => !Array.isArray(axes) || axes.map(Number).includes(at);
  const others = sizeOf(node.shape.filter((_, at) => at !== axis && reduced(at)));
  const gaps = graph.plain('square', [filled(graph.plain('subtract', [node, mean]))]);
  const all = graph.plain('multiply', [count, graph.constant(others, 'int')]);
  const less = graph.plain('subtract', [all, graph.constant(Number(correction ?? 0), 'int')]);
  const freedom = graph.plain('maximum', [less, graph.constant(0, 'int')]);
  return graph.plain('divide', [graph.plain('sum', [gaps], attributes), freedom]);
}

/** Whether both sides of a choice are one selection. A whole tensor beside one is not spread along its axis: it is chosen as it is. */
export function areOneSelection([, a, b]: readonly (Selection | null)[]): boolean {
  return !!a && !!b && a.valid === b.valid && a.axis === b.axis;
}

/**
 * What is taken of a selection by positions that were counted in it: another selection; or one element, by a position where the
 * chosen elements come first. Null for anything else.
 */
export function takenByPlace(
  [, places]: readonly Expression[],
  { axis }: Attributes,
  [from, by]: readonly (Selection | null)[],
): Selection | 'one' | null {
  if (by?.within && from?.valid === by.within && from.axis === 0 && axis === 0 && places?.shape.length === 1)
    return { valid: by.valid, axis: 0, first: true };
  return from?.first && !from.within && !by && from.axis === axis && places?.shape.length === 0 ? 'one' : null;
}

/** Whether a node is one number everywhere. */
export function uniform(node: Expression, depth = 0): boolean {
  const { value, values } = node.attributes;
  if (sizeOf(node.shape) === 1) return true;
  if (depth < 8 && (opNamed(node.op)?.elementwise || /^(broadcast_to|reshape)$/.test(node.op)) && node.args.length > 0)
    return node.args.every((arg) => uniform(arg, depth + 1));
  return (
    node.op === 'constant' && (typeof value === 'number' || (Array.isArray(values) && values.every((one) => Object.is(one, values[0]))))
  );
}

/** Whether an operand has an element for each one that was chosen of a node, or the same for all. */
export function goesAlong(node: Expression | undefined, { valid, axis }: Selection, operand: Expression, own: Selection | null): boolean {
  if (own) return own.valid === valid && own.axis === axis;
  return uniform(operand) && (sizeOf(operand.shape) === 1 || operand.shape[axis] === node?.shape[axis]);
}

/** Elements in order along an axis, those that do not count filled so that they come last; what was chosen, and which places hold it. */
export function orderedSelection(
  graph: PlainGraph,
  op: 'sort' | 'argsort',
  filled: Expression,
  attributes: Attributes,
  { axis, count }: { axis: number; count: Expression },
): Joined {
  const size = filled.shape[axis] ?? 1;
  const ordered = graph.plain(op, [filled], attributes);
  const places = graph.tensor(
    Array.from({ length: size }, (_, i) => i),
    [size],
    'int',
  );
  const valid = graph.plain('less', [places, count]);
  const start = graph.plain('slice', [ordered], {
    starts: filled.shape.map(() => 0),
    stops: filled.shape.with(axis, 1),
    steps: filled.shape.map(() => 1),
  });
  const along = graph.plain('reshape', [valid], { shape: filled.shape.map((_, i) => (i === axis ? size : 1)) });
  return { node: graph.plain('where', [along, ordered, start]), valid, axis };
}

/**
 * Writing at chosen positions. Places that were not chosen repeat the first chosen one: they write the same number at the same
 * position, without a gradient of their own; nothing is written when nothing was chosen.
 */
export function writtenAtChosen(
  graph: PlainGraph,
  [target, index, updates]: readonly [Expression, Expression, Expression],
  attributes: Attributes,
  { valid, axis }: { valid: Expression; axis: number | null },
): Expression {
  const chosen = graph.plain('reshape', [valid], { shape: index.shape.map((size, at) => (at === axis ? size : 1)) });
  const plain = graph.plain('reshape', [index], { shape: index.shape });
  if (attributes['mode'] === 'add') {
    const counted = graph.plain('where', [chosen, updates, graph.constant(0, updates.kind === 'float' ? 'weak' : updates.kind)]);
    return graph.plain('scatter', [target, plain, counted], attributes);
  }
  const once =
    updates.kind === 'float'
      ? graph.plain('where', [chosen, updates, graph.plain('stop_gradient', [updates])])
      : graph.plain('reshape', [updates], { shape: updates.shape });
  const some = graph.plain('any', [valid], { axes: null, keepdims: false });
  return graph.plain('select', [some, graph.plain('scatter', [target, plain, once], attributes), target]);
}

/** Whether an einsum sums over the selected axis, which every selection among the operands has and nothing else does. */
export function contractsSelected(args: readonly Expression[], equation: string, found: readonly (Selection | null)[]): boolean {
  const [inputs = '', output] = equation.split('->');
  const terms = inputs.split(',').map((term, i) => spelledOut(term, args[i]?.shape.length ?? 0));
  const names = new Set(found.map((one, i) => (one ? terms[i]?.[one.axis] : undefined)).filter((name) => name !== undefined));
  const [name = ''] = names;
  const elsewhere = terms.some((term, i) => term.filter((one) => one === name).length !== (found[i] ? 1 : 0));
  return output !== undefined && names.size === 1 && !elsewhere && !output.includes(name);
}

/** The letters of a term of an einsum, one an axis; axes that `...` stands for have none of their own. */
function spelledOut(term: string, rank: number): string[] {
  const [before = '', after] = term.split('...');
  const more = after === undefined ? 0 : rank - before.length - after.length;
  return [...before, ...Array.from({ length: Math.max(0, more) }, (_, i) => `.${i}`), ...(after ?? '')];
}
