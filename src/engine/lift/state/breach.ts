import type { Expression } from '../../ir/expression';
import type { Attributes, Shape } from '../../numerics/signature';

/** An application of shapes that do not fit: what was applied to what. */
export interface Breach {
  readonly op: string;
  readonly nodes: readonly Expression[];
  readonly attributes: Attributes;
  readonly error: Error;
  /** What tensors that the code measured would have had to be for other answers, the last one first. */
  readonly wishes?: readonly { readonly node: Expression; readonly shape?: Shape; readonly rank?: number }[];
}
