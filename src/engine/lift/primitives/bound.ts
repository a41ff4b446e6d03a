import type { Expression } from '../../ir/expression';
import { axesOf } from '../../ops/shared/shapes';
import type { Kind, Shape } from '../../numerics/signature';
import { ShapeError } from '../../numerics/signature';
import type { Machine } from '../machine';
import { Unreadable } from '../state/unreadable';
import { asNumber } from '../values/apply';
import { constantOf } from '../values/constant';
import { iterate } from '../values/iterate';
import { integerOf, itemsOf, numberOf, textOf } from '../values/plain';
import { truth } from '../values/truth';
import { expressionOf } from '../values/tensor';
import { NONE, type Value } from '../values/value';

/** An element type as the graph knows it: the kind, and the format of a float that is not the working one. */
export interface ElementKind {
  readonly kind: Kind;
  readonly format: string | null;
}

/** The arguments of one primitive by canonical name. Readers throw Unreadable for what is not known. */
export class Bound {
  constructor(
    private readonly machine: Machine,
    private readonly values: ReadonlyMap<string, Value>,
  ) {}

  /** The argument as it is; None when absent. */
  value(name: string): Value {
    return this.values.get(name) ?? NONE;
  }

  /** Whether the argument is given and not None. */
  has(name: string): boolean {
    return this.value(name).kind !== 'none';
  }

  /** The argument as a node. */
  node(name: string): Expression {
    return expressionOf(this.machine, this.value(name));
  }

  /** A known integer. */
  integer(name: string): number {
    const value = this.value(name);
    const [only, ...more] = value.kind === 'tensor' ? (constantOf(value) ?? []) : [];
    return only !== undefined && more.length === 0 && Number.isInteger(only) ? only : integerOf(value, name);
  }

  /** A known number. */
  number(name: string): number {
    return numberOf(this.value(name), name);
  }

  /** A known string. */
  text(name: string): string {
    return textOf(this.value(name), name);
  }

  /** A known truth value. */
  flag(name: string): boolean {
    const value = truth(this.machine, this.value(name));
    if (typeof value !== 'boolean') throw new Unreadable(`${name} depends on data`);
    return value;
  }

  /** An axis counted from the front. */
  axis(name: string, rank: number): number {
    return frontAxis(this.integer(name), rank);
  }

  /** Axes counted from the front, or null for None. */
  axes(name: string, rank: number): readonly number[] | null {
    if (!this.has(name)) return null;
    const value = this.value(name);
    return asNumber(value) ? [this.axis(name, rank)] : axesOf(this.integers(name), rank);
  }

  /** Known integers: a tuple, a tuple inside a tuple, a constant tensor, or one integer. */
  integers(name: string): number[] {
    return integersOf(this.machine, this.value(name), name);
  }

  /** A tuple of values: a list, a tuple, or a tuple inside a tuple. */
  items(name: string): readonly Value[] {
    const value = this.value(name);
    const items = itemsOf(value) ?? iterate(this.machine, value);
    const [only] = items;
    return items.length === 1 && only && itemsOf(only) ? (itemsOf(only) ?? items) : items;
  }

  /** An element type, or null for None; one that a parameter is or has is taken to be that of floats. */
  dtype(name: string): ElementKind | null {
    const value = this.value(name);
    if (value.kind === 'none') return null;
    if (value.kind === 'free' && /(^|[._])dtype$/.test(value.path)) return { kind: 'float', format: null };
    return elementKind(this.machine, value);
  }
}

/** Known integers of a value, nested or not. */
function integersOf(machine: Machine, value: Value, name: string): number[] {
  const items = itemsOf(value);
  if (items) return items.flatMap((item) => integersOf(machine, item, name));
  if (value.kind === 'tensor') {
    const known = constantOf(value);
    if (known) return [...known];
  }
  return [integerOf(value, name)];
}

/** An axis counted from the front. Throws ShapeError when there is none. */
export function frontAxis(axis: number, rank: number): number {
  const front = axis < 0 ? axis + rank : axis;
  if (front < 0 || front >= rank) throw new ShapeError(`axis ${axis} of a tensor with ${rank} axes`);
  return front;
}

/** The shape with its one -1 replaced by what remains. */
export function completed(shape: readonly number[], size: number): Shape {
  const known = shape.filter((one) => one >= 0).reduce((product, one) => product * one, 1);
  return shape.map((one) => {
    if (one >= 0) return one;
    if (known === 0 || size % known !== 0) throw new ShapeError(`a tensor of ${size} elements cannot be reshaped to (${shape.join(', ')})`);
    return size / known;
  });
}

/** What a dtype argument stands for. */
function elementKind(machine: Machine, value: Value): ElementKind {
  const name =
    value.kind === 'dtype'
      ? value.name
      : value.kind === 'text'
        ? (machine.library.dtype(value.value) ?? value.value)
        : value.kind === 'library'
          ? (BUILTIN[value.name] ?? value.name)
          : null;
  if (name === null) throw new Unreadable('an element type that is not known');
  if (name === 'float' || name === 'weak') return { kind: 'float', format: null };
  if (name === 'int' || name === 'bool') return { kind: name, format: null };
  if (/^(b?float\d+)$/.test(name)) return { kind: 'float', format: name };
  throw new Unreadable(`element type ${name}`);
}

const BUILTIN: Readonly<Record<string, string>> = {
  'builtins.float': 'float',
  'builtins.int': 'int',
  'builtins.bool': 'bool',
  'builtins.number': 'float',
};
