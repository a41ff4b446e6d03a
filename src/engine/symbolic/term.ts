import type { Attributes, Shape } from '../numerics/signature';
import type { Rational } from '../numerics/rational';
import { print } from '../numerics/rational';

/** A variable that runs over one axis. */
export interface Index {
  readonly id: number;
  readonly size: number;
}

/** Where an element stands on an axis: a variable, a fixed position, or a position that is data (a class index). */
export type Place = Index | number | Term;

/** Ops that turn the elements along axes into one. */
export type ReduceOp = 'sum' | 'mean' | 'max' | 'min' | 'prod' | 'logsumexp' | 'norm' | 'var' | 'std';

/** A tensor that an op takes as a whole: its element at variables that the op binds, row by row. */
export interface Operand {
  readonly indices: readonly Index[];
  readonly body: Term;
  readonly shape: Shape;
}

/** What every term carries. `key` is equal for equal terms, whatever their bound variables are called. */
interface Base {
  readonly key: string;
  /** Index variables that are free in it, by id. */
  readonly free: ReadonlyMap<number, Index>;
  /** Nodes of the term, shared ones counted each time. */
  readonly size: number;
  /** How deeply terms that bind variables are nested. */
  readonly binders: number;
}

/** A real expression about the elements of tensors, in a normal form that the constructors of `algebra.ts` keep. */
export type Term = Base &
  (
    | { readonly kind: 'number'; readonly value: Rational }
    | { readonly kind: 'symbol'; readonly name: string; readonly at: readonly Place[] }
    | { readonly kind: 'add'; readonly terms: readonly Term[] }
    | { readonly kind: 'multiply'; readonly coefficient: Rational; readonly factors: readonly Term[] }
    | { readonly kind: 'power'; readonly base: Term; readonly exponent: Term }
    | { readonly kind: 'apply'; readonly op: string; readonly args: readonly Term[]; readonly attributes: Attributes }
    | {
        readonly kind: 'reduce';
        readonly op: ReduceOp;
        readonly indices: readonly Index[];
        readonly body: Term;
        readonly attributes: Attributes;
      }
    | { readonly kind: 'along'; readonly op: 'softmax' | 'log_softmax'; readonly index: Index; readonly body: Term; readonly at: Place }
    | {
        readonly kind: 'whole';
        readonly op: string;
        readonly operands: readonly Operand[];
        readonly attributes: Attributes;
        readonly at: readonly Place[];
        /** How many elements the axes have that the places stand on. */
        readonly sizes: Shape;
      }
    | { readonly kind: 'count'; readonly indices: readonly Index[] }
    | { readonly kind: 'delta'; readonly left: Place; readonly right: Place }
  );

/** A term of one kind. */
export type TermOf<Kind extends Term['kind']> = Extract<Term, { readonly kind: Kind }>;

const NOTHING: ReadonlyMap<number, Index> = new Map();

/** Name of the symbol that is the value of an index variable, counted from 0. */
export const INDEX_VALUE = '#';

/** Name of the symbol that is the circle number, apart from a parameter called pi. */
export const PI = 'π';

/** Whether a place is an index variable. */
export function isIndex(place: Place): place is Index {
  return typeof place === 'object' && 'id' in place;
}

/** Whether a place is computed from data. */
export function isData(place: Place): place is Term {
  return typeof place === 'object' && !('id' in place);
}

/** A number. */
export function number(value: Rational): Term {
  return { kind: 'number', value, key: print(value), free: NOTHING, size: 1, binders: 0 };
}

/** An element of a parameter, or a name. */
export function symbol(name: string, at: readonly Place[] = []): Term {
  return {
    kind: 'symbol',
    name,
    at,
    key: `${JSON.stringify(name)}[${at.map(placeKey).join(',')}]`,
    free: freeOfPlaces(at),
    size: 1,
    binders: 0,
  };
}

/** A sum; use `add` of `algebra.ts`, which keeps the normal form. */
export function rawAdd(terms: readonly Term[]): Term {
  return { kind: 'add', terms, key: `(+ ${keys(terms)})`, ...shared(terms) };
}

/** A product; use `multiply` of `algebra.ts`. */
export function rawMultiply(coefficient: Rational, factors: readonly Term[]): Term {
  return { kind: 'multiply', coefficient, factors, key: `(* ${print(coefficient)} ${keys(factors)})`, ...shared(factors) };
}

/** A power; use `power` of `algebra.ts`. */
export function rawPower(base: Term, exponent: Term): Term {
  return { kind: 'power', base, exponent, key: `(^ ${base.key} ${exponent.key})`, ...shared([base, exponent]) };
}

/** An op of the registry, element by element; use `apply` of `algebra.ts`. */
export function rawApply(op: string, args: readonly Term[], attributes: Attributes): Term {
  const extra = Object.keys(attributes).length > 0 ? JSON.stringify(attributes) : '';
  return { kind: 'apply', op, args, attributes, key: `(${op}${extra} ${args.map((a) => a.key).join(' ')})`, ...shared(args) };
}

/** A reduction over index variables, which it binds; use `reduce` of `algebra.ts`. */
export function rawReduce(op: ReduceOp, indices: readonly Index[], body: Term, attributes: Attributes): Term {
  const extra = Object.keys(attributes).length > 0 ? JSON.stringify(attributes) : '';
  return {
    kind: 'reduce',
    op,
    indices,
    body,
    attributes,
    key: `(${op}${extra} ${indices.map((i) => i.size).join('x')} ${boundKey(indices, body)})`,
    ...bound(indices, body),
  };
}

/** The element at a place of a vector made from `body` along a bound variable; use `along` of `algebra.ts`. */
export function rawAlong(op: 'softmax' | 'log_softmax', index: Index, body: Term, at: Place): Term {
  const { free, size, binders } = bound([index], body);
  const key = `(${op} ${index.size} ${boundKey([index], body)} @${placeKey(at)})`;
  return { kind: 'along', op, index, body, at, key, free: union([free, freeOfPlaces([at])]), size: size + 1, binders };
}

/** The element at some places of what an op makes of whole tensors, for ops that have no formula element by element. */
export function whole(op: string, operands: readonly Operand[], attributes: Attributes, at: readonly Place[], sizes: Shape): Term {
  const inner = operands.map(({ indices, body }) => bound(indices, body));
  const taken = operands.map(({ indices, body }) => boundKey(indices, body)).join(' ');
  return {
    kind: 'whole',
    op,
    operands,
    attributes,
    at,
    sizes,
    key: `(${op}${JSON.stringify(attributes)} ${taken} @${at.map(placeKey).join(',')})`,
    free: union([...inner.map(({ free }) => free), freeOfPlaces(at)]),
    size: inner.reduce((sum, { size }) => sum + size, 1),
    binders: Math.max(0, ...inner.map(({ binders }) => binders)),
  };
}

/** How many elements index variables run over together; distinct axes have distinct sizes, so the number tells axes apart. */
export function count(indices: readonly Index[]): Term {
  return {
    kind: 'count',
    indices,
    key: `#${indices
      .map((i) => i.size)
      .sort((a, b) => a - b)
      .join('x')}`,
    free: NOTHING,
    size: 1,
    binders: 0,
  };
}

/** 1 where two places are the same, else 0. */
export function delta(left: Place, right: Place): Term {
  const pair = [placeKey(left), placeKey(right)].sort().join('=');
  return { kind: 'delta', left, right, key: `[${pair}]`, free: freeOfPlaces([left, right]), size: 1, binders: 0 };
}

/** Key of a place. */
export function placeKey(place: Place): string {
  if (typeof place === 'number') return `${place}`;
  return isIndex(place) ? `~${place.id};` : place.key;
}

function freeOfPlaces(at: readonly Place[]): ReadonlyMap<number, Index> {
  if (at.every((place) => typeof place === 'number')) return NOTHING;
  const all = at.map((place) => (typeof place === 'number' ? NOTHING : isIndex(place) ? new Map([[place.id, place]]) : place.free));
  return union(all);
}

function shared(terms: readonly Term[]): Omit<Base, 'key'> {
  const size = terms.reduce((sum, term) => sum + term.size, 1);
  return { free: union(terms.map((t) => t.free)), size, binders: Math.max(0, ...terms.map((t) => t.binders)) };
}

function bound(indices: readonly Index[], body: Term): Omit<Base, 'key'> {
  const free = new Map(body.free);
  for (const { id } of indices) free.delete(id);
  return { free, size: body.size + 1, binders: body.binders + 1 };
}

/** The body's key with bound variables named by how deeply they are bound, so that only the structure counts. */
function boundKey(indices: readonly Index[], body: Term): string {
  return indices.reduce((key, { id }, i) => key.replaceAll(`~${id};`, `~b${body.binders}.${i};`), body.key);
}

function union(all: readonly ReadonlyMap<number, Index>[]): ReadonlyMap<number, Index> {
  const some = all.filter((free) => free.size > 0);
  const [first = NOTHING] = some;
  if (some.every((free) => free === first || [...free.keys()].every((id) => first.has(id)))) return first;
  return new Map(some.flatMap((free) => [...free]));
}

function keys(terms: readonly Term[]): string {
  return terms
    .map((t) => t.key)
    .sort()
    .join(' ');
}
