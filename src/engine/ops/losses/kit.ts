import { ShapeError, type Attribute, type Attributes, type Kind, type Signature } from '../../numerics/signature';
import { type Build, type Given, Refused } from './build';

/** An operand: an expression, or a number that becomes a constant. */
export type Term<E> = E | number;

/** Reads the arguments of a composite and builds its expression. Axes are non-negative in what it applies. */
export class Kit<E extends Signature> {
  constructor(
    private readonly b: Build<E>,
    private readonly given: Given<E>,
  ) {}

  /** A required tensor or number. */
  tensor(name: string): E {
    const value = this.optional(name);
    if (value === null) throw new Refused(`${name} is missing`);
    return value;
  }

  /** A tensor or number, or null where the argument is absent or None. */
  optional(name: string): E | null {
    const value = this.given[name];
    if (value === undefined || value === null) return null;
    if (typeof value === 'number') return this.b.constant(value);
    if (typeof value === 'boolean') return this.b.constant(value ? 1 : 0, 'bool');
    if (isExpression<E>(value)) return value;
    throw new Refused(`${name} is not a tensor`);
  }

  /** A number known when the loss is read. */
  number(name: string, absent: number): number {
    const value = this.attribute(name);
    if (value === null) return absent;
    if (typeof value === 'number') return value;
    throw new Refused(`${name} is not a number known here`);
  }

  /** A truth value known when the loss is read. */
  flag(name: string): boolean {
    const value = this.attribute(name);
    if (value === null) return false;
    if (typeof value === 'boolean') return value;
    if (typeof value === 'number') return value !== 0;
    throw new Refused(`${name} is not a truth value known here`);
  }

  /** A string known when the loss is read, or null. */
  word(name: string): string | null {
    const value = this.attribute(name);
    if (value === null || typeof value === 'string') return value;
    throw new Refused(`${name} is not a string known here`);
  }

  /** Axes of a reduction: one, several, or null for all; non-negative. */
  axes(name: string, absent: number | null, rank: number): readonly number[] | null {
    const value = this.given[name] === undefined ? absent : this.attribute(name);
    if (value === null) return null;
    const list = Array.isArray(value) ? value : [value];
    return list.map((axis) => this.normalAxis(axis as Attribute, rank));
  }

  /** One axis, non-negative. */
  axis(name: string, absent: number, rank: number): number {
    return this.normalAxis(this.attribute(name) ?? absent, rank);
  }

  /** One number for each of some axes: one for all, or a list; null where the argument is absent. */
  sizes(name: string, count: number): readonly number[] | null {
    const value = this.attribute(name);
    if (value === null) return null;
    const list: readonly Attribute[] = Array.isArray(value) ? value : [value];
    const each = list.length === 1 ? Array.from({ length: count }, () => list[0] ?? null) : list;
    if (!each.every((size) => typeof size === 'number')) throw new Refused(`${name} is not a size known here`);
    if (each.length !== count) throw new ShapeError(`${name} takes ${each.length} axes of space`);
    return each;
  }

  /** An op of the registry applied to terms. */
  op(name: string, args: readonly Term<E>[], attributes?: Attributes): E {
    return this.b.apply(
      name,
      args.map((term) => this.expression(term)),
      attributes,
    );
  }

  /** A term as an expression. */
  expression(term: Term<E>): E {
    return typeof term === 'number' ? this.b.constant(term) : term;
  }

  add(x: Term<E>, y: Term<E>): E {
    return this.op('add', [x, y]);
  }

  subtract(x: Term<E>, y: Term<E>): E {
    return this.op('subtract', [x, y]);
  }

  multiply(x: Term<E>, y: Term<E>): E {
    return this.op('multiply', [x, y]);
  }

  divide(x: Term<E>, y: Term<E>): E {
    return this.op('divide', [x, y]);
  }

  negative(x: Term<E>): E {
    return this.op('negative', [x]);
  }

  /** The sum over axes, or over all. */
  sum(x: E, axes: readonly number[] | null = null, keepdims = false): E {
    return this.op('sum', [x], { axes, keepdims });
  }

  /** The mean over axes, or over all. */
  mean(x: E, axes: readonly number[] | null = null, keepdims = false): E {
    return this.op('mean', [x], { axes, keepdims });
  }

  /** What torch's `reduction` makes of a tensor of losses. */
  reduce(x: E): E {
    const reduction = this.word('reduction') ?? 'mean';
    if (reduction === 'mean') return this.mean(x);
    if (reduction === 'sum') return this.sum(x);
    if (reduction === 'none') return x;
    throw new Refused(`reduction=${JSON.stringify(reduction)} is unknown`);
  }

  /** The mean of losses that were weighted divides by the sum of the weights; other reductions are as without. */
  reduceWeighted(weighted: E, weight: E): E {
    return (this.word('reduction') ?? 'mean') === 'mean' ? this.divide(this.sum(weighted), this.sum(weight)) : this.reduce(weighted);
  }

  /** max(x, 0) as a clamp. */
  atLeastZero(x: E): E {
    return this.op('clip', [x, 0, Infinity]);
  }

  /** The tensor with an axis of length 1 inserted. */
  unsqueeze(x: E, axis: number): E {
    return this.op('reshape', [x], { shape: [...x.shape.slice(0, axis), 1, ...x.shape.slice(axis)] });
  }

  /** A vector that broadcasts along one axis of a tensor of this rank. */
  alongAxis(x: E, axis: number, rank: number): E {
    return this.op('reshape', [x], { shape: Array.from({ length: rank }, (_, i) => (i === axis ? (x.shape[0] ?? 1) : 1)) });
  }

  /** The elements from one index up to another along an axis. */
  slice(x: E, axis: number, from: number, to: number): E {
    const starts = x.shape.map((_, i) => (i === axis ? from : 0));
    const stops = x.shape.map((size, i) => (i === axis ? to : size));
    return this.op('slice', [x], { starts, stops, steps: x.shape.map(() => 1) });
  }

  /** Whether an argument is there at all. */
  isGiven(name: string): boolean {
    return this.given[name] !== undefined && this.given[name] !== null;
  }

  /** Whether an argument is this very number. */
  isNumber(name: string, value: number): boolean {
    return this.given[name] === value;
  }

  /** The number of elements of an axis. */
  extent(value: number): E {
    return this.b.extent(value);
  }

  /** A constant of a kind other than a literal of the source. */
  constant(value: number, kind: Kind): E {
    return this.b.constant(value, kind);
  }

  /** A number, or a list of numbers, known when the loss is read. */
  numbers(name: string): number | readonly number[] {
    const value = this.attribute(name);
    if (typeof value === 'number') return value;
    if (Array.isArray(value) && value.every((one): one is number => typeof one === 'number')) return value;
    throw new Refused(`${name} is not known here`);
  }

  /** A list of sizes; one number counts as one size. */
  sizesOf(name: string): readonly number[] {
    const value = this.numbers(name);
    return typeof value === 'number' ? [value] : value;
  }

  /** A row of numbers of the source. */
  list(values: readonly number[], kind: Kind = 'float'): E {
    return this.b.tensor(values, [values.length], kind);
  }

  /** A required tensor of integers: a tensor, or a number or list of the source. */
  whole(name: string): E {
    const value = this.given[name];
    if (typeof value === 'number') return this.b.constant(value, 'int');
    if (Array.isArray(value) && value.every((one) => typeof one === 'number')) return this.list(value, 'int');
    const tensor = this.tensor(name);
    return tensor.kind === 'int' ? tensor : this.op('to_int', [tensor]);
  }

  /** Whether an argument is known when the loss is read: no tensor. */
  isKnown(name: string): boolean {
    return !isExpression<E>(this.given[name] ?? null);
  }

  private normalAxis(value: Attribute, rank: number): number {
    if (typeof value !== 'number' || !Number.isInteger(value)) throw new Refused(`axis ${String(value)} does not exist`);
    if (value < -rank || value >= rank) throw new ShapeError(`axis ${value} of a tensor with ${rank} axes`);
    return value < 0 ? value + rank : value;
  }

  private attribute(name: string): Attribute {
    const value = this.given[name];
    if (value === undefined) return null;
    if (isExpression<E>(value)) throw new Refused(`${name} is not known here`);
    return value;
  }
}

function isExpression<E extends Signature>(value: E | Attribute): value is E {
  return typeof value === 'object' && value !== null && 'shape' in value;
}
