import type { Attribute, Attributes, Kind, Shape, Signature } from '../../numerics/signature';

/** What a composite needs of an expression graph: `Graph` is one. Both throw ShapeError for operands that do not fit. */
export interface Build<E extends Signature> {
  apply(op: string, args: readonly E[], attributes?: Attributes): E;
  constant(value: number, kind?: Kind): E;
  /** A number of elements. */
  extent(value: number): E;
  tensor(values: readonly number[], shape: Shape, kind?: Kind): E;
}

/** Arguments of one call by canonical name: expressions, or constants of the source. */
export type Given<E> = Readonly<Record<string, E | Attribute>>;

/** A library's loss as an expression of ops: the value and the gradient that the library computes. */
export interface Composite {
  /** The name after `loss:`. */
  readonly name: string;
  /** One sentence for the reader. */
  readonly summary: string;
  /** Python parameter list in canonical names with canonical defaults. */
  readonly parameters: string;
  /** The expression; throws {@link Refused} for options that are not modelled, and ShapeError. */
  build<E extends Signature>(b: Build<E>, given: Given<E>): E;
}

/** A call that a composite does not model; the message is the reason for the reader. */
export class Refused extends Error {}
