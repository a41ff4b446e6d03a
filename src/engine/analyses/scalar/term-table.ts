import type { Rational } from '../../numerics/rational';
import * as Q from '../../numerics/rational';
import type { Term, Weighted } from './term';

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
  let hash = mixed(hashOfName(op), hashOfName(name));
  for (const { id } of args) hash = mixed(hash, id);
  for (const weight of weights) hash = mixed(hash, hashOfNumber(weight));
  return mixed(hash, hashOfNumber(constant));
}

function hashOfName(name: string): number {
  return name.length * 31 + name.charCodeAt(name.length - 1);
}

function mixed(hash: number, more: number): number {
  return (Math.imul(hash, 0x01000193) ^ more) | 0;
}

function hashOfNumber({ numerator, denominator }: Rational): number {
  return Math.imul(Number(numerator) | 0, 31) + (Number(denominator) | 0);
}

function isSame(term: Term, { op, args, weights, constant, name }: Key): boolean {
  if (term.op !== op || term.name !== name || term.args.length !== args.length) return false;
  for (let i = 0; i < args.length; i++) if (term.args[i] !== args[i]) return false;
  for (let i = 0; i < weights.length; i++) if (!Q.equals(weights[i] as Rational, term.weights[i] as Rational)) return false;
  return Q.equals(constant, term.constant);
}

/** One operation that was done. */
interface Done {
  readonly op: string;
  readonly constant: Rational;
  readonly parts: readonly Weighted[];
  readonly result: Term;
}

/** Results of operations on the terms of an algebra, which are the same whenever they are asked for. */
export class ResultTable {
  private readonly buckets = new Map<number, Done[]>();

  /** The result of an operation, which `make` computes where it is new. */
  find(op: string, constant: Rational, parts: readonly Weighted[], make: () => Term): Term {
    const hash = hashOfOperation(op, constant, parts);
    const known = this.buckets.get(hash)?.find((done) => done.op === op && Q.equals(done.constant, constant) && areSame(done.parts, parts));
    if (known) return known.result;
    const result = make();
    const bucket = this.buckets.get(hash);
    const done = { op, constant, parts, result };
    if (bucket) bucket.push(done);
    else this.buckets.set(hash, [done]);
    return result;
  }
}

function hashOfOperation(op: string, constant: Rational, parts: readonly Weighted[]): number {
  let hash = mixed(hashOfName(op), hashOfNumber(constant));
  for (const { weight, term } of parts) hash = mixed(mixed(hash, term.id), hashOfNumber(weight));
  return hash;
}

function areSame(a: readonly Weighted[], b: readonly Weighted[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as Weighted, b[i] as Weighted];
    if (x.term !== y.term || !Q.equals(x.weight, y.weight)) return false;
  }
  return true;
}
