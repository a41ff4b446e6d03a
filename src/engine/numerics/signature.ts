import { Stackless } from './stackless';

/** Sizes of a tensor's dimensions; [] is a scalar. Always concrete: a loss is lifted for one choice of sizes. */
export type Shape = readonly number[];

/**
 * What an element is: `float` (rounded to the working format), `weak` (a Python number: double precision until it meets a
 * tensor), `int`, `bool` (stored as 0 and 1).
 */
export type Kind = 'float' | 'weak' | 'int' | 'bool';

/** What inference needs to know of an operand. */
export interface Signature {
  readonly shape: Shape;
  readonly kind: Kind;
}

/** A constant argument of an operation. */
export type Attribute = number | string | boolean | null | readonly Attribute[];

/** Constant arguments by name. */
export type Attributes = Readonly<Record<string, Attribute>>;

/** Shape and kind of an operation's result; throws {@link ShapeError} when the operands do not fit. */
export type Inference = (op: string, operands: readonly Signature[], attributes: Attributes) => Signature;

/** Operands whose shapes do not fit the operation. */
export class ShapeError extends Stackless {}
