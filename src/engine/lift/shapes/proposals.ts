import type { Expression } from '../../ir/expression';
import { sizeOf } from '../../ir/expression';
import type { Shape } from '../../numerics/signature';
import type { Breach } from '../state/breach';
import { demanded, type Demand } from './demanded';
import { divided, grown, lengthened, reaching, reshapes, resized, type Wanted } from './wanted-sizes';

/** Shapes of each rank, by which a shape is lengthened or that take its place. */
const OF_RANK: readonly (readonly Shape[])[] = [
  [],
  [[2], [3], [4]],
  [
    [2, 3],
    [2, 4],
    [4, 4],
    [3, 3],
    [2, 2],
  ],
  [
    [2, 3, 4],
    [2, 4, 3],
    [2, 2, 4],
    [2, 3, 3],
  ],
  [
    [2, 3, 4, 5],
    [2, 1, 4, 5],
  ],
  [[2, 3, 4, 5, 6]],
];

/** Sizes of a tensor with one axis more. */
const SIX: Shape = [2, 3, 2, 3, 4, 5];

/** No choice of sizes makes these fit. */
const HOPELESS = /^the truth value of an array/;

/** Nor do they change what is said of selections of which the length depends on data. */
const OF_SELECTIONS = / selections?\b/;

/** A parameter of more elements than this is of a size that only the author's machine works with. */
const LARGEST = 100_000;

/** Axes longer than this are tried last. */
const SHORT = 9;

/**
 * Shapes of parameters under which what broke a shape rule would not, likely ones first. `leaves` are the shapes that the
 * parameters have.
 */
export function proposals({ op, nodes, attributes, error, compared, wishes = [] }: Breach, leaves: Demand): Demand[] {
  const { message } = error;
  if (HOPELESS.test(message) || OF_SELECTIONS.test(message)) return [];
  const wanted = wishes.flatMap(({ node, shape, rank }) =>
    (shape ? [shape] : ofRank(node.shape, rank ?? 0)).map((one): Wanted => [node, one]),
  );
  const [first, second] = nodes;
  if (first && op === 'einops' && Array.isArray(attributes['fitting'])) wanted.push([first, attributes['fitting'].map(Number)]);
  const rank = rankWanted(message, attributes, first?.shape.length);
  if (first && rank !== null) for (const shape of ofRank(first.shape, rank)) wanted.push([first, shape]);
  if (op === 'matmul') wanted.push(...products(first, second));
  if (op === 'einsum') wanted.push(...contractions(nodes, String(attributes['equation'])));
  if (op === 'reshape') wanted.push(...reshapes(first, attributes['shape']));
  if (op === 'gather' && first && second) wanted.push(...gathers(first, second, Number(attributes['axis'])), ...labelled(nodes.slice(2)));
  if (op === 'scatter' && first && second) wanted.push(...gathers(first, second, Number(attributes['axis'])));
  if (message === 'a weight for each class is needed') wanted.push(...weighed(nodes));
  if (op === 'mask' && first && second) wanted.push(...masked(first, second));
  if (/cross_entropy|nll/.test(op) && first && second) wanted.push([second, first.shape.toSpliced(1, 1)]);
  wanted.push(...reaching(nodes, message));
  wanted.push(...named(nodes, message));
  if (op !== 'reshape') wanted.push(...pairs(op, nodes, attributes));
  const both = rank === null ? [] : [...manyAxes(first, rank, leaves), ...together(nodes, rank)];
  if (op === 'loss:ctc') both.unshift(...sequences(nodes));
  const others = nodes.flatMap((node) => OF_RANK.flatMap((_, other) => ofRank(node.shape, other).map((shape): Wanted => [node, shape])));
  const demandsFor = (list: readonly Wanted[]): Demand[] => list.flatMap(([node, shape]) => demandsOf(node, shape, leaves));
  const exact = demandsFor([
    ...(compared ? resized(nodes, compared) : []),
    ...(first ? divided(first, message) : []),
    ...lengthened(nodes, error),
  ]);
  const alike = compared ? exact.flatMap((demand) => ofAll(demand, leaves)) : [];
  return distinct([
    ...[...alike, ...exact].filter(isSome),
    ...grown(message, leaves).filter(isSome),
    ...shortFirst([...both, ...demandsFor(wanted)]),
    ...shortFirst(demandsFor(others)),
    ...(first && rank !== null ? longer(first, rank, leaves) : []),
  ]);
}

/** A demand on one parameter, made of all that have its shape. */
function ofAll(demand: Demand, leaves: Demand): Demand[] {
  const [[path, shape] = ['', []], ...more] = demand;
  const alike = [...leaves].filter(([, own]) => own.join() === leaves.get(path)?.join());
  return more.length === 0 && alike.length > 1 ? [new Map(alike.map(([one]) => [one, shape]))] : [];
}

function shortFirst(demands: readonly Demand[]): Demand[] {
  const some = demands.filter(isSome);
  return [...some.filter(isShort), ...some.filter((demand) => !isShort(demand))];
}

/** An index as long as what it picks from, of one element along the axis; or something to pick from that is as long as the index. */
function gathers(first: Expression, second: Expression, axis: number): Wanted[] {
  const from: Wanted = [second, first.shape.map((size, at) => (at === axis ? 1 : size))];
  const [at, size] = [axis < 0 ? axis + second.shape.length : axis, first.shape.at(-1) ?? 1];
  const isOfLast = second.shape.length === first.shape.length + 1 && at === first.shape.length - 1 && second.shape.at(-1) === 1;
  if (isOfLast) return [[first, second.shape.with(-1, Math.max(size, 3))], from];
  return second.shape[at] === 1 ? [from, [first, second.shape.with(at, Math.max(size, 3))]] : [from];
}

/** Scores of as many classes as there are weights, or as many weights as classes. */
function weighed(nodes: readonly Expression[]): Wanted[] {
  const [scores] = [...nodes].sort((a, b) => b.shape.length - a.shape.length);
  if (!scores) return [];
  const axis = scores.shape.length === 1 ? 0 : 1;
  return nodes.flatMap((one): Wanted[] => {
    const [count] = one.shape;
    if (one === scores || one.shape.length !== 1 || count === undefined || count === scores.shape[axis]) return [];
    return [
      [scores, scores.shape.with(axis, count)],
      [one, [scores.shape[axis] ?? 1]],
    ];
  });
}

/** One shape for two operands that both lack axes: a batch of what they were, or another one. */
function together([first, second, ...more]: readonly Expression[], rank: number): Demand[] {
  if (!first || !second || more.length > 0 || [first, second].some(({ shape }) => shape.length === rank)) return [];
  const batches = first.shape.length === rank - 1 ? [[2, ...first.shape]] : [];
  return [...batches, ...ofRank(first.shape, rank)].flatMap((shape): Demand[] => {
    const [one, other] = [demanded(first, shape), demanded(second, shape)];
    return one && other && [...one].every(([path, own]) => (other.get(path) ?? own).join() === own.join())
      ? [new Map([...one, ...other])]
      : [];
  });
}

/** Where more axes are wanted than any guess has, all tensors that are alike have them. */
function manyAxes(node: Expression | undefined, rank: number, leaves: Demand): Demand[] {
  if (!node || rank < OF_RANK.length) return [];
  const alike = [...leaves].filter(([, shape]) => shape.join() === node.shape.join());
  return ofRank(node.shape, rank).map((shape) => new Map(alike.map(([path]) => [path, shape])));
}

/** Of what was made after a parameter that nothing shows any more: each parameter with as many axes more as are wanting. */
function longer(node: Expression, rank: number, leaves: Demand): Demand[] {
  const wanting = rank - node.shape.length;
  if (node.op !== 'constant' || wanting < 1) return [];
  return [...leaves].flatMap(([path, shape]) => ofRank(shape, shape.length + wanting).map((one): Demand => new Map([[path, one]])));
}

/** Scores of each step of each sequence, the labels of each sequence, and the lengths of both. */
function sequences([scores, labels, ...lengths]: readonly Expression[]): Demand[] {
  if (!scores || !labels) return [];
  const shapes: [Expression, Shape][] = [[scores, [4, 2, 3]], [labels, [2, 2]], ...lengths.map((one): [Expression, Shape] => [one, [2]])];
  const demand = new Map<string, Shape>();
  for (const [node, shape] of shapes) for (const [path, own] of demanded(node, shape) ?? []) demand.set(path, own);
  return [demand];
}

/** A mask as long as the first axes of what it is applied to, or those as long as the mask. */
function masked(first: Expression, mask: Expression): Wanted[] {
  const rank = mask.shape.length;
  return [
    [mask, first.shape.slice(0, rank)],
    [first, [...mask.shape, ...first.shape.slice(rank)]],
  ];
}

/** What was given to a loss of classes: scores with an axis more than the labels. */
function labelled(nodes: readonly Expression[]): Wanted[] {
  return nodes.flatMap((node) => nodes.flatMap(({ shape }): Wanted[] => (shape.length === 0 ? [] : [[node, [...shape, 3]]])));
}

/** What gives a node a shape: its own parameters, and those whose shape it was made after. */
function demandsOf(node: Expression, wanted: Shape, leaves: Demand): Demand[] {
  const own = demanded(node, wanted);
  if (node.op === 'parameter' || node.op === 'opaque' || node.shape.length < 2) return own ? [own] : [];
  const models = [...leaves].flatMap(([path, shape]) => (!own?.has(path) && shape.join() === node.shape.join() ? [path] : []));
  const after = [...models.map((path) => [path]), ...(models.length > 1 ? [models] : [])].map(
    (paths): Demand => new Map(paths.map((path) => [path, wanted])),
  );
  return [...(own ? [own, ...after.map((one): Demand => new Map([...own, ...one]))] : []), ...after];
}

/** Whether every parameter has more than one element, and no more than can be worked with. */
function isSome(demand: Demand): boolean {
  return [...demand.values()].every((shape) => sizeOf(shape) > 1 && sizeOf(shape) <= LARGEST);
}

function isShort(demand: Demand): boolean {
  return [...demand.values()].every((shape) => shape.every((size) => size <= SHORT));
}

/** How many axes an operand should have had. */
function rankWanted(message: string, attributes: Breach['attributes'], rank: number | undefined): number | null {
  const used = attributes['used'];
  if (typeof used === 'number') return used;
  const [, values, names] = /^cannot unpack (\d+) values into (\d+) names/.exec(message) ?? [];
  if (names !== undefined && Number(values) === rank) return Number(names);
  const [, axes] = /^(?:an einops pattern of|a product of tensors with) (\d+) axes/.exec(message) ?? [];
  if (axes !== undefined) return Number(axes);
  if (message === 'a matrix is needed') return 2;
  if (message.startsWith('images (N, C, H, W)')) return 4;
  const [, space] = /takes (\d+) axes of space$/.exec(message) ?? [];
  if (space !== undefined) return Number(space) + 2;
  const axis = /^axis (-?\d+) of a tensor with \d+ axes/.exec(message)?.[1];
  const at = axis === undefined ? null : Number(axis);
  return at === null ? null : at < 0 ? -at : at + 1;
}

/** A shape lengthened or cut to a rank, then the usual shapes of that rank. */
function ofRank(shape: Shape, rank: number): Shape[] {
  const usualShapes = OF_RANK[rank] ?? (rank === SIX.length ? [SIX] : []);
  const [usual = []] = usualShapes;
  const lengthened = shape.length < rank && shape.length > 1 ? [...shape, ...usual.slice(shape.length)] : shape.slice(0, rank);
  const last = shape.length > rank && rank > 0 ? [[...shape.slice(0, rank - 1), ...shape.slice(-1)]] : [];
  return [...(lengthened.length === rank ? [lengthened] : []), ...usualShapes, ...last];
}

/** An operand of one of the two shapes that a message names, with the other one. */
function named(nodes: readonly Expression[], message: string): Wanted[] {
  const shapes = [...message.matchAll(/\(((?:\d+,? ?)*)\)/g)].map(([, sizes = '']) =>
    sizes
      .split(',')
      .filter((size) => size.trim() !== '')
      .map(Number),
  );
  return nodes.flatMap((node) =>
    shapes.flatMap((shape, at) =>
      shape.join() === node.shape.join() ? shapes.filter((_, i) => i !== at).map((one) => [node, one] as Wanted) : [],
    ),
  );
}

/** Each operand with the shape of another, whole or without an axis. */
function pairs(op: string, nodes: readonly Expression[], attributes: Breach['attributes']): Wanted[] {
  return nodes.flatMap((node) =>
    nodes
      .filter((other) => other !== node && other.shape.length > 0)
      .flatMap(({ shape }) => likenesses(op, node.shape, shape, attributes).map((one) => [node, one] as Wanted)),
  );
}

function likenesses(op: string, own: Shape, shape: Shape, attributes: Breach['attributes']): Shape[] {
  if (op === 'concatenate') {
    const axis = Number(attributes['axis'] ?? 0);
    const at = axis < 0 ? axis + shape.length : axis;
    return [own.length === shape.length && at in shape ? shape.with(at, own[at] ?? 1) : shape, shape];
  }
  const like = own.length === shape.length;
  const filled = like ? [shape.map((size, axis) => (size === 1 ? (own[axis] ?? 1) : size))] : [];
  const spread = like ? [shape.map((size, axis) => (own[axis] === 1 ? 1 : size))] : [];
  return [...filled, ...spread, shape, shape.slice(0, -1), shape.toSpliced(1, 1), shape.slice(0, 1), shape.slice(1)];
}

function products(a: Expression | undefined, b: Expression | undefined): Wanted[] {
  if (!a || !b) return [];
  const inner = a.shape.at(-1) ?? 1;
  const outer = b.shape.at(-2) ?? b.shape.at(-1) ?? 1;
  const batch = a.shape.slice(0, -2);
  return [
    [b, [...batch, inner, b.shape.at(-1) ?? 1]],
    [a, [...a.shape.slice(0, -1), outer]],
    [b, [...batch, inner, inner + 1]],
  ];
}

/** Operands of an einsum as long as their letters are elsewhere. */
function contractions(nodes: readonly Expression[], equation: string): Wanted[] {
  const terms = (equation.split('->', 1)[0] ?? '').replace(/\s/g, '').split(',');
  if (terms.length !== nodes.length || equation.includes('.')) return [];
  return nodes.map((node, at) => {
    const sizes = new Map<string, number>();
    const fitting = terms
      .map((term, i) => [term, nodes[i]?.shape ?? [], i] as const)
      .filter(([term, shape]) => term.length === shape.length);
    for (const [term, shape] of [...fitting.filter(([, , i]) => i === at), ...fitting.filter(([, , i]) => i !== at)])
      [...term].forEach((letter, axis) => sizes.set(letter, shape[axis] ?? 1));
    return [node, [...(terms[at] ?? '')].map((letter, axis) => sizes.get(letter) ?? axis + 2)] as const;
  });
}

function distinct(demands: readonly Demand[]): Demand[] {
  const seen = new Set<string>();
  return demands.filter((demand) => {
    const key = [...demand].map(([path, shape]) => `${path}:${shape.join()}`).join(';');
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
