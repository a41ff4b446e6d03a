import type { Expression } from '../ir/expression';
import type { FormatName } from '../numerics/format';
import type { Shape } from '../numerics/signature';
import type { Assignment } from './candidates';
import type { Input } from './inputs';
import type { Tier } from './ordinary-values';

/** One input's values in a witness. */
export interface Given {
  readonly input: Input;
  readonly values: Float64Array;
  /** Sizes of the values, which may be larger than those that the loss was read with. */
  readonly shape: Shape;
}

/** What happened on a witness, in the framework's own arithmetic. */
export interface Outcome {
  readonly value: Float64Array;
  /** Gradient of every differentiable input, by name. */
  readonly gradients: ReadonlyMap<string, Float64Array>;
}

/** The first operation that went wrong, and the numbers there. */
export interface Blame {
  readonly node: Expression;
  /** `forward`: it made the first value that is nan or infinite; `backward`: its pull-back the first such gradient. */
  readonly phase: 'forward' | 'backward';
  /** Which operand's gradient broke; for `forward` the operand at fault, 0 where all are. */
  readonly operand: number;
  /** The operands' values at the element that broke; NaN for an operand of another shape. */
  readonly at: readonly number[];
  /** What came out there: the value, or the slope. */
  readonly got: number;
}

/** Inputs, and what comes out of them in a format. */
export interface Shown {
  readonly given: readonly Given[];
  readonly outcome: Outcome;
  readonly format: FormatName;
}

/** What a witness breaks. */
export type Breaks = 'value' | 'gradient' | 'both';

/** A numeric hazard with the inputs that show it. */
export interface Hazard extends Blame, Shown {
  readonly breaks: Breaks;
  /** Whether it is the logarithm of a total of which a mask leaves out every term. */
  readonly emptied?: boolean;
  readonly tier: Tier;
  /** The format that the operation to blame computes in: where the code casts, not the one of the inputs. */
  readonly computedIn: FormatName;
  /** Whether the format's subnormal numbers are 0. */
  readonly flushes: boolean;
  /** Set where only inputs that nothing is known of are to blame: then it is what the loss needs of them. */
  readonly needs: readonly Input[];
}

/** A witness as the search sees it. */
export interface Failure {
  readonly blame: Blame;
  readonly breaks: Breaks;
  readonly assignment: Assignment;
  readonly outcome: Outcome;
}
