import type { Expression } from '../ir/expression';
import type { Shape } from '../numerics/signature';
import type { Spans } from './alike';
import { commonTerm } from './alike';
import { ONE, add, apply, divide, literal, multiply, subtract } from './algebra';
import { NoElement } from './no-formula';
import { broadcastPlaces, normalAxis, placeOf, reshapedPlaces, slicedPlaces, transposedPlaces } from './places';
import { reduce, same } from './reduction';
import type { Index, Place, Term } from './term';
import { isIndex } from './term';

/** What these ops need of the reader of elements. */
interface Reader {
  of(node: Expression, at: readonly Place[]): Term;
  boundPlace(node: Expression, axis: number, size: number): Place;
  readonly spans: Spans;
  readonly partsOf: (whole: Index, sizes: Shape) => readonly Index[];
}

type Element = (read: Reader, node: Expression, x: Expression, at: readonly Place[]) => Term;

const ELEMENTS: Readonly<Record<string, Element>> = {
  reshape: (read, node, x, at) => read.of(x, reshapedPlaces(x.shape, node.shape, at, read.partsOf)),
  broadcast_to: (read, node, x, at) => read.of(x, broadcastPlaces(x.shape, node.shape, at)),
  transpose: (read, node, x, at) => read.of(x, transposedPlaces(node.attributes.axes ?? null, x.shape.length, at)),
  tile: (read, node, x, at) => tiled(read, node, x, at),
  slice: (read, node, x, at) => read.of(x, slicedPlaces(node, at)),
  diagonal: (read, node, x, at) => diagonal(read, node, x, at),
  gather: (read, node, x, at) =>
    read.of(x, at.with(normalAxis(node.attributes.axis, x.shape.length), placeOf(read.of(operand(node, 1), at)))),
  take: (read, node, x, at) => take(read, node, x, at),
  scatter: (read, node, x, at) => scattered(read, node, x, at),
  one_hot: (read, _node, x, at) => same(placeOf(read.of(x, at.slice(0, -1))), at[at.length - 1] ?? 0),
  stack: (read, node, _x, at) => stacked(read, node, at),
  matmul: (read, node, x, at) => matmul(read, node, x, at),
  einsum: (read, node, _x, at) => einsum(read, node, at),
  normalize: (read, node, x, at) => normalized(read, node, x, at),
  cosine_similarity: (read, node, x, at) => cosine(read, node, x, at),
};

/** The element of an op that moves, picks or contracts elements; null where it is no term in theirs. Throws {@link NoFormula}. */
export function structural(read: Reader, node: Expression, x: Expression, at: readonly Place[]): Term | null {
  try {
    return ELEMENTS[node.op]?.(read, node, x, at) ?? null;
  } catch (error) {
    if (error instanceof NoElement) return null;
    throw error;
  }
}

function operand(node: Expression, i: number): Expression {
  const found = node.args[i];
  if (!found) throw new NoElement(node.op);
  return found;
}

function diagonal(read: Reader, node: Expression, x: Expression, at: readonly Place[]): Term {
  if ((node.attributes.offset ?? 0) !== 0 || x.shape.length !== at.length + 1) throw new NoElement('diagonal');
  return read.of(x, [...at, at[at.length - 1] ?? 0]);
}

/** One element of each line is replaced or added to: those where the axis is at the place that the data names. */
function scattered(read: Reader, node: Expression, x: Expression, at: readonly Place[]): Term {
  const [index, updates] = [operand(node, 1), operand(node, 2)];
  const axis = normalAxis(node.attributes.axis, x.shape.length);
  if (index.shape.join() !== x.shape.with(axis, 1).join()) throw new NoElement('scatter');
  const line = at.with(axis, 0);
  const [before, update] = [
    read.of(x, at),
    read.of(updates, updates.shape.length === index.shape.length ? line : updates.shape.map(() => 0)),
  ];
  const change = node.attributes.mode === 'add' ? update : subtract(update, before);
  return add(before, multiply(change, same(placeOf(read.of(index, line)), at[axis] ?? 0)));
}

/** A tensor repeated along axes of one element is the same at every place of those. */
function tiled(read: Reader, node: Expression, x: Expression, at: readonly Place[]): Term {
  const added = node.shape.length - x.shape.length;
  if (x.shape.some((size, axis) => size !== 1 && size !== node.shape[axis + added])) throw new NoElement('tile');
  return read.of(x, broadcastPlaces(x.shape, node.shape, at));
}

function take(read: Reader, node: Expression, x: Expression, at: readonly Place[]): Term {
  const axis = normalAxis(node.attributes.axis, x.shape.length);
  const index = operand(node, 1);
  const rank = index.shape.length;
  const place = placeOf(read.of(index, at.slice(axis, axis + rank)));
  return read.of(x, [...at.slice(0, axis), place, ...at.slice(axis + rank)]);
}

function stacked(read: Reader, node: Expression, at: readonly Place[]): Term {
  const axis = normalAxis(node.attributes.axis, node.shape.length);
  const place = at[axis] ?? 0;
  const row = (i: number): Term => read.of(operand(node, i), at.toSpliced(axis, 1));
  if (typeof place === 'number') return row(place);
  const common =
    isIndex(place) && place.size === node.args.length
      ? commonTerm(
          node.args.map((_, i) => row(i)),
          place,
          read.spans,
        )
      : null;
  if (!common) throw new NoElement('stack');
  return common;
}

function matmul(read: Reader, node: Expression, x: Expression, at: readonly Place[]): Term {
  const y = operand(node, 1);
  const [rows, columns] = [x.shape.length, y.shape.length];
  if (x.shape[rows - 1] !== y.shape[Math.max(0, columns - 2)]) throw new NoElement('matmul');
  const index = read.boundPlace(node, 0, x.shape[rows - 1] ?? 1);
  const batch = at.slice(0, at.length - (rows > 1 ? 1 : 0) - (columns > 1 ? 1 : 0));
  const batched = (shape: Shape) =>
    broadcastPlaces(
      shape.slice(0, -2),
      batch.map((_, i) => node.shape[i] ?? 1),
      batch,
    );
  const left = [...batched(x.shape), ...(rows > 1 ? [at[batch.length] ?? 0] : []), index];
  const right = [...batched(y.shape), index, ...(columns > 1 ? [at[at.length - 1] ?? 0] : [])];
  return sum([index], multiply(read.of(x, left), read.of(y, right)));
}

function einsum(read: Reader, node: Expression, at: readonly Place[]): Term {
  const equation = String(node.attributes.equation ?? '').replace(/\s/g, '');
  const [left = '', right] = equation.split('->');
  if (equation.includes('.') || right === undefined) throw new NoElement('einsum');
  const places = new Map([...right].map((letter, axis) => [letter, at[axis] ?? 0]));
  const bound: Place[] = [];
  left.split(',').forEach((letters, i) =>
    [...letters].forEach((letter, axis) => {
      if (places.has(letter)) return;
      const place = read.boundPlace(node, letter.charCodeAt(0), operand(node, i).shape[axis] ?? 1);
      places.set(letter, place);
      bound.push(place);
    }),
  );
  const factors = left.split(',').map((letters, i) =>
    read.of(
      operand(node, i),
      [...letters].map((letter) => places.get(letter) ?? 0),
    ),
  );
  return sum(bound, multiply(...factors));
}

function normalized(read: Reader, node: Expression, x: Expression, at: readonly Place[]): Term {
  const axis = normalAxis(node.attributes.axis, x.shape.length);
  const size = guardedNorm(read, node, x, axis, at.toSpliced(axis, 1), node.attributes.ord ?? 2, 1e-12);
  return divide(read.of(x, at), size);
}

function cosine(read: Reader, node: Expression, x: Expression, at: readonly Place[]): Term {
  const y = operand(node, 1);
  const axis = normalAxis(node.attributes.axis, x.shape.length);
  if (x.shape.join() !== y.shape.join()) throw new NoElement('cosine_similarity');
  const index = read.boundPlace(node, 0, x.shape[axis] ?? 1);
  const inner = at.toSpliced(axis, 0, index);
  const sizes = [x, y].map((z) => guardedNorm(read, node, z, axis, at, 2, 1e-8));
  return divide(sum([index], multiply(read.of(x, inner), read.of(y, inner))), multiply(...sizes));
}

/** The norm along an axis, not less than `eps`. */
function guardedNorm(
  read: Reader,
  node: Expression,
  x: Expression,
  axis: number,
  at: readonly Place[],
  ord: unknown,
  absent: number,
): Term {
  const index = read.boundPlace(node, 0, x.shape[axis] ?? 1);
  const size = reduce('norm', isIndex(index) ? [index] : [], read.of(x, at.toSpliced(axis, 0, index)), { ord: Number(ord) });
  const eps = typeof node.attributes.eps === 'number' ? node.attributes.eps : absent;
  return eps === 0 ? size : apply('maximum', [size, literal(eps)]);
}

function sum(places: readonly Place[], body: Term): Term {
  return reduce('sum', places.filter(isIndex), multiply(ONE, body));
}
