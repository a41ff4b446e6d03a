import type { Attributes } from '../numerics/signature';
import { ONE, ZERO, add, addends, apply, asPower, divide, literal, multiply, power } from './algebra';
import type { Index, Place, ReduceOp, Term, TermOf } from './term';
import { INDEX_VALUE, count, delta, isIndex, number, placeKey, rawAlong, rawReduce, symbol, whole } from './term';

/** A reduction over index variables. Sums and means draw out what does not depend on them and use up deltas. */
export function reduce(op: ReduceOp, indices: readonly Index[], body: Term, attributes: Attributes = {}): Term {
  if (indices.length === 0) return op === 'norm' ? apply('abs', [body]) : body;
  if (op === 'sum' || op === 'mean') return total(op, indices, body);
  if (op !== 'logsumexp') return rawReduce(op, indices, body, attributes);
  const { moving, fixed } = partition(addends(body), indices);
  return moving.length > 0 ? add(...fixed, rawReduce(op, indices, add(...moving), attributes)) : rawReduce(op, indices, body, attributes);
}

/** An element of a softmax; a shift that is the same for all elements makes no difference and is dropped. */
export function along(op: 'softmax' | 'log_softmax', index: Index, body: Term, at: Place): Term {
  const { moving } = partition(addends(body), [index]);
  return rawAlong(op, index, moving.length > 0 ? add(...moving) : body, at);
}

/** 1 where two places are the same, else 0. */
export function same(left: Place, right: Place): Term {
  if (typeof left === 'number' && typeof right === 'number') return left === right ? ONE : ZERO;
  return placeKey(left) === placeKey(right) ? ONE : delta(left, right);
}

/** The term with places put for its free index variables. */
export function substitute(term: Term, places: ReadonlyMap<number, Place>): Term {
  if (![...places.keys()].some((id) => term.free.has(id))) return term;
  const inside = (t: Term) => substitute(t, places);
  switch (term.kind) {
    case 'symbol':
      if (term.name === INDEX_VALUE) return valueAt(put(term.at[0] ?? 0, places));
      return symbol(
        term.name,
        term.at.map((place) => put(place, places)),
      );
    case 'add':
      return add(...term.terms.map(inside));
    case 'multiply':
      return multiply(number(term.coefficient), ...term.factors.map(inside));
    case 'power':
      return power(inside(term.base), inside(term.exponent));
    case 'apply':
      return apply(term.op, term.args.map(inside), term.attributes);
    case 'reduce':
      return reduce(term.op, term.indices, substitute(term.body, without(places, term.indices)), term.attributes);
    case 'along':
      return along(term.op, term.index, substitute(term.body, without(places, [term.index])), put(term.at, places));
    case 'whole':
      return whole(
        term.op,
        term.operands.map((one) => ({ ...one, body: substitute(one.body, without(places, one.indices)) })),
        term.attributes,
        term.at.map((place) => put(place, places)),
        term.sizes,
      );
    case 'delta':
      return same(put(term.left, places), put(term.right, places));
    default:
      return term;
  }
}

/** The number, counted from 0, of the place where an index variable stands. */
export function valueAt(place: Place): Term {
  if (typeof place === 'number') return literal(place);
  return isIndex(place) ? symbol(INDEX_VALUE, [place]) : place;
}

function without(places: ReadonlyMap<number, Place>, bound: readonly Index[]): ReadonlyMap<number, Place> {
  return bound.some((i) => places.has(i.id)) ? new Map([...places].filter(([id]) => !bound.some((i) => i.id === id))) : places;
}

function put(place: Place, places: ReadonlyMap<number, Place>): Place {
  if (typeof place === 'number') return place;
  return isIndex(place) ? (places.get(place.id) ?? place) : substitute(place, places);
}

function total(op: 'sum' | 'mean', indices: readonly Index[], body: Term): Term {
  const spread = spreadDeltas(body, indices);
  if (spread) return add(...spread.map((part) => total(op, indices, part)));
  const used = usedDelta(body, indices);
  if (used) {
    const others = indices.filter((i) => i.id !== used.index.id);
    const here = substitute(used.rest, new Map([[used.index.id, used.place]]));
    const sum = others.length === 0 ? here : total('sum', others, here);
    return op === 'sum' ? sum : divide(sum, count(indices));
  }
  const idle = indices.filter((i) => !body.free.has(i.id));
  const busy = indices.filter((i) => body.free.has(i.id));
  if (idle.length > 0) return op === 'sum' ? multiply(count(idle), total(op, busy, body)) : total(op, busy, body);
  if (busy.length === 0) return body;
  const { coefficient, factors } = body.kind === 'multiply' ? body : { coefficient: null, factors: [body] };
  const { moving, fixed } = partition(factors, busy);
  return multiply(...(coefficient ? [number(coefficient)] : []), ...fixed, rawReduce(op, busy, multiply(...moving), {}));
}

/** Addends to reduce one by one, when a delta of these variables hides in a sum. */
function spreadDeltas(body: Term, indices: readonly Index[]): readonly Term[] | null {
  if (!hasDelta(body, indices)) return null;
  if (body.kind === 'add') return body.terms;
  if (body.kind !== 'multiply') return null;
  const sum = body.factors.find((factor): factor is TermOf<'add'> => factor.kind === 'add' && hasDelta(factor, indices));
  if (!sum) return null;
  const others = [number(body.coefficient), ...body.factors.filter((factor) => factor !== sum)];
  return sum.terms.map((term) => multiply(...others, term));
}

function usedDelta(body: Term, indices: readonly Index[]): { index: Index; place: Place; rest: Term } | null {
  const factors = body.kind === 'multiply' ? body.factors : [body];
  for (const factor of factors) {
    const { base } = asPower(factor);
    if (base.kind !== 'delta') continue;
    const index = indices.find((i) => isWithin(otherSide(base, i), i));
    if (!index) continue;
    const place = otherSide(base, index) ?? 0;
    const coefficient = body.kind === 'multiply' ? number(body.coefficient) : ONE;
    return { index, place, rest: multiply(coefficient, ...factors.filter((other) => other !== factor)) };
  }
  return null;
}

/** What a delta says that an index variable is; null where it does not speak of it. */
function otherSide({ left, right }: TermOf<'delta'>, index: Index): Place | null {
  if (idOf(left) === index.id) return right;
  return idOf(right) === index.id ? left : null;
}

/** Whether a variable runs over all that a place may be; one over a longer axis leaves it. */
function isWithin(place: Place | null, index: Index): boolean {
  return place !== null && (!isIndex(place) || place.size <= index.size);
}

/** Whether a delta of one of these variables is a factor of an addend. */
function hasDelta(term: Term, indices: readonly Index[]): boolean {
  if (term.kind === 'delta') return indices.some((i) => idOf(term.left) === i.id || idOf(term.right) === i.id);
  if (term.kind === 'add') return term.terms.some((t) => hasDelta(t, indices));
  if (term.kind === 'multiply') return term.factors.some((t) => hasDelta(t, indices));
  return term.kind === 'power' && hasDelta(term.base, indices);
}

function idOf(place: Place): number | null {
  return isIndex(place) ? place.id : null;
}

function partition(terms: readonly Term[], indices: readonly Index[]): { moving: Term[]; fixed: Term[] } {
  const moves = (term: Term) => indices.some((i) => term.free.has(i.id));
  return { moving: terms.filter(moves), fixed: terms.filter((term) => !moves(term)) };
}
