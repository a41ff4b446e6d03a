import * as rationals from '../numerics/rational';
import { add, apply, multiply, power } from './algebra';
import { along, reduce, same, substitute } from './reduction';
import { mapParts } from './rewrite';
import type { Index, Operand, Place, Term, TermOf } from './term';
import { isIndex, number, symbol, whole } from './term';

/** Whether an axis of a parameter, of those with more than one element, has that many. */
export type Spans = (name: string, axis: number, size: number) => boolean;

/** Raised inside where terms differ in more than a place. */
class NotAlike extends Error {}

/**
 * The term that gives each of several terms when a variable stands at its position: what rows that were written out one by one,
 * or mapped over, have in common. Null where they differ in more than that
 */
export function commonTerm(terms: readonly Term[], index: Index, spans: Spans): Term | null {
  const [first, ...rest] = terms;
  if (!first || rest.length === 0) return null;
  try {
    const common = rest.reduce((known, term, i) => new Joining(index, i + 1, spans).join(known, term), first);
    return common.free.has(index.id) ? common : null;
  } catch (error) {
    if (error instanceof NotAlike) return null;
    throw error;
  }
}

/** The term with sums of rows that were written out one by one as sums over an index variable. */
export function gatherRows(term: Term, place: (size: number) => Place, spans: Spans): Term {
  const inner = mapParts(term, (part) => gatherRows(part, place, spans));
  if (inner.kind !== 'add') return inner;
  const index = place(inner.terms.length);
  const common = isIndex(index) ? commonTerm(inner.terms, index, spans) : null;
  return common && isIndex(index) ? reduce('sum', [index], common) : inner;
}

/** Joins what the rows before have in common with the row at a position. */
class Joining {
  constructor(
    private readonly index: Index,
    private readonly position: number,
    private readonly spans: Spans,
  ) {}

  join(left: Term, right: Term): Term {
    if (left.key === right.key) return left;
    switch (left.kind) {
      case 'symbol':
        return this.symbol(left, right);
      case 'add':
        return add(...this.all(left.terms, right.kind === 'add' ? right.terms : []));
      case 'multiply': {
        if (right.kind !== 'multiply' || !rationals.equals(left.coefficient, right.coefficient)) throw new NotAlike();
        return multiply(number(left.coefficient), ...this.all(left.factors, right.factors));
      }
      case 'power':
        if (right.kind !== 'power') throw new NotAlike();
        return power(this.join(left.base, right.base), this.join(left.exponent, right.exponent));
      case 'apply':
        if (right.kind !== 'apply' || right.op !== left.op || textOf(right.attributes) !== textOf(left.attributes)) throw new NotAlike();
        return apply(left.op, this.all(left.args, right.args), left.attributes);
      case 'reduce':
        return this.reduction(left, right);
      case 'along':
        if (right.kind !== 'along' || right.op !== left.op) throw new NotAlike();
        return along(
          left.op,
          left.index,
          this.bound([left.index], left.body, [right.index], right.body),
          this.place(left.at, right.at, () => left.index.size === this.index.size),
        );
      case 'whole':
        return this.whole(left, right);
      case 'delta':
        if (right.kind !== 'delta') throw new NotAlike();
        return same(
          this.place(left.left, right.left, () => true),
          this.place(left.right, right.right, () => true),
        );
      default:
        throw new NotAlike();
    }
  }

  private symbol(left: TermOf<'symbol'>, right: Term): Term {
    if (right.kind !== 'symbol' || right.name !== left.name) throw new NotAlike();
    const at = left.at.map((place, axis) => this.place(place, right.at[axis] ?? 0, () => this.spans(left.name, axis, this.index.size)));
    return symbol(left.name, at);
  }

  private reduction(left: TermOf<'reduce'>, right: Term): Term {
    if (right.kind !== 'reduce' || right.op !== left.op || textOf(right.attributes) !== textOf(left.attributes)) throw new NotAlike();
    return reduce(left.op, left.indices, this.bound(left.indices, left.body, right.indices, right.body), left.attributes);
  }

  private whole(left: TermOf<'whole'>, right: Term): Term {
    const fits =
      right.kind === 'whole' &&
      right.op === left.op &&
      textOf(right.attributes) === textOf(left.attributes) &&
      right.operands.length === left.operands.length;
    if (!fits) throw new NotAlike();
    const operands = left.operands.map((one, i): Operand => {
      const other = right.operands[i] as Operand;
      return { ...one, body: this.bound(one.indices, one.body, other.indices, other.body) };
    });
    return whole(left.op, operands, left.attributes, this.places(left.at, right.at), left.sizes);
  }

  private all(left: readonly Term[], right: readonly Term[]): Term[] {
    if (left.length !== right.length) throw new NotAlike();
    return left.map((term, i) => this.join(term, right[i] as Term));
  }

  private bound(own: readonly Index[], left: Term, others: readonly Index[], right: Term): Term {
    if (own.length !== others.length || own.some(({ size }, i) => size !== others[i]?.size)) throw new NotAlike();
    return this.join(left, substitute(right, new Map(others.map(({ id }, i) => [id, own[i] as Index]))));
  }

  private places(left: readonly Place[], right: readonly Place[]): Place[] {
    if (left.length !== right.length) throw new NotAlike();
    return left.map((place, i) => this.place(place, right[i] as Place));
  }

  /** The variable, where the places are the positions of their rows on an axis that has no others. */
  private place(left: Place, right: Place, spans: () => boolean = () => false): Place {
    if (left === right) return left;
    if (typeof left === 'object' && typeof right === 'object' && isIndex(left) === isIndex(right)) {
      if (isIndex(left) && isIndex(right) && left.id === right.id) return left;
      if (!isIndex(left) && !isIndex(right)) return this.join(left, right);
    }
    const wasFirst = this.position === 1 ? left === 0 : typeof left === 'object' && isIndex(left) && left.id === this.index.id;
    if (!wasFirst || right !== this.position || !spans()) throw new NotAlike();
    return this.index;
  }
}

function textOf(attributes: object): string {
  return JSON.stringify(attributes);
}
