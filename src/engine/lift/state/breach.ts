import type { Expression } from '../../ir/expression';
import { ShapeError, type Attributes, type Shape } from '../../numerics/signature';

/** An axis that is shorter than what is taken off it. */
export class TooShort extends ShapeError {
  constructor(
    message: string,
    readonly size: number,
    readonly lacking: number,
  ) {
    super(message);
  }
}

/** Two sizes, or two shapes, that the code compared. */
export interface ComparedSizes {
  readonly one: Shape;
  readonly other: Shape;
  /** Whether they are whole shapes, or parts of such. */
  readonly shapes: boolean;
}

/** An application of shapes that do not fit: what was applied to what. */
export interface Breach {
  readonly op: string;
  readonly nodes: readonly Expression[];
  readonly attributes: Attributes;
  readonly error: Error;
  /** What tensors that the code measured would have had to be for other answers, the last one first. */
  readonly wishes?: readonly { readonly node: Expression; readonly shape?: Shape; readonly rank?: number }[];
  /** The sizes that the code compared last before it raised. */
  readonly compared?: ComparedSizes | null;
}
