import type { Expression } from '../../ir/expression';
import type { Attributes } from '../../numerics/signature';

/** An application of shapes that do not fit: what was applied to what. */
export interface Breach {
  readonly op: string;
  readonly nodes: readonly Expression[];
  readonly attributes: Attributes;
  readonly error: Error;
}
