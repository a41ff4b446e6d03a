import type { Rational } from '../../numerics/rational';
import * as Q from '../../numerics/rational';
import type { Term } from './term';

/** The parts that make a node what it is. */
type Key = Pick<Term, 'op' | 'args' | 'weights' | 'constant' | 'name'>;

/** The nodes of an algebra, found again by their parts. */
export class TermTable {
  private readonly buckets = new Map<number, Term[]>();
  private count = 0;

  /** How many nodes there are. */
  get size(): number {
    return this.count;
  }

  /** The node with these parts, which `make` adds under the next number where it is new. */
  find(key: Key, make: (id: number) => Term): Term {
    const hash = hashOf(key);
    const bucket = this.buckets.get(hash);
    const known = bucket?.find((term) => isSame(term, key));
    if (known) return known;
    const term = make(this.count++);
    if (bucket) bucket.push(term);
    else this.buckets.set(hash, [term]);
    return term;
  }
}

function hashOf({ op, args, weights, constant, name }: Key): number {
  let hash = op.length * 31 + op.charCodeAt(0) + name.length * 7;
  for (const { id } of args) hash = mixed(hash, id);
  for (const weight of weights) hash = mixed(hash, hashOfNumber(weight));
  return mixed(hash, hashOfNumber(constant));
}

function mixed(hash: number, more: number): number {
  return (Math.imul(hash, 0x01000193) ^ more) | 0;
}

function hashOfNumber({ numerator, denominator }: Rational): number {
  return Math.imul(Number(BigInt.asIntN(30, numerator)), 31) + Number(BigInt.asIntN(30, denominator));
}

function isSame(term: Term, { op, args, weights, constant, name }: Key): boolean {
  return (
    term.op === op &&
    term.name === name &&
    term.args.length === args.length &&
    args.every((argument, i) => argument === term.args[i]) &&
    weights.every((weight, i) => Q.equals(weight, term.weights[i] ?? Q.ZERO)) &&
    Q.equals(constant, term.constant)
  );
}
