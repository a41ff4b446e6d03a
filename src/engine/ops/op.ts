import type { Format } from '../numerics/format';
import type { Interval } from '../numerics/interval';
import type { Attributes, Shape, Signature } from '../numerics/signature';
import type { Conventions } from './conventions';

/** Values of one operand, row-major. */
export interface Operand extends Signature {
  readonly values: Float64Array;
}

/** One forward evaluation. Every result must be rounded with `format.round` unless the op's kind is exact. */
export interface Forward {
  readonly operands: readonly Operand[];
  readonly attributes: Attributes;
  readonly shape: Shape;
  readonly format: Format;
  readonly conventions: Conventions;
  /** Room for the result, as long as it will be: it may be written there. */
  readonly room?: Float64Array;
}

/** One pull-back: `gradient` of the result to gradients of the operands. */
export interface Backward extends Forward {
  readonly result: Float64Array;
  readonly gradient: Float64Array;
  /** Operands whose gradient is asked for; the others may be left out. Absent: all. */
  readonly wanted?: readonly boolean[];
}

/** A property that holds on a closed interval of the operand's real line. */
export interface OnInterval<Is> {
  readonly low: number;
  readonly high: number;
  readonly is: Is;
}

/** A point where an op of one variable is not smooth. Slopes are one-sided; `null` where they depend on attributes. */
export interface Singularity {
  readonly at: number | 'integers' | 'nonzero-integers' | 'half-integers';
  readonly kind: 'kink' | 'jump' | 'infinite-slope' | 'curvature-jump';
  readonly left: number | null;
  readonly right: number | null;
}

/** What mathematics knows of an elementwise op; every claim is tested against numbers by the generic laws. */
export interface Facts {
  /** Real domain of each operand, where it is not the whole line. */
  readonly domain?: readonly (Interval | null)[];
  /** Monotonicity in the operand (one variable). */
  readonly monotone?: readonly OnInterval<'increasing' | 'decreasing'>[];
  /** Curvature in the operand (one variable). */
  readonly curvature?: readonly OnInterval<'convex' | 'concave' | 'affine'>[];
  readonly singularities?: readonly Singularity[];
  /** Partial derivatives as mathjs formulas in the operand names `x`, `y`, `z`; `null`: none (comparison, floor). */
  readonly derivatives: readonly (string | null)[];
}

/** The five readings of one operation: number, gradient, range, shape of the function, formula. */
export interface Op {
  readonly name: string;
  /** One sentence for the reader. */
  readonly summary: string;
  /** Names of the operands; `variadic` takes any number. */
  readonly operands: readonly string[] | 'variadic';
  /** Attributes the op understands, with the value each has when absent. */
  readonly attributes?: Attributes;
  /** Shape and kind of the result; throws ShapeError. */
  infer(operands: readonly Signature[], attributes: Attributes): Signature;
  /** Reading 1: values, rounded. */
  forward(at: Forward): Float64Array;
  /** Reading 2: gradients as the framework computes them; `null` for an operand that gets none. */
  backward(at: Backward): readonly (Float64Array | null)[];
  /**
   * Reading 3: real-number range, outward; one interval covers all elements of an operand. With a format also what the steps
   * of the computation lose in it before the result is rounded: an inner overflow, a guard that rounds to 0.
   */
  range(operands: readonly Interval[], attributes: Attributes, signatures: readonly Signature[], format?: Format): Interval;
  /** Whether the pull-back can be infinite or nan for operands in these (float) ranges under these conventions. */
  steep?(operands: readonly Interval[], attributes: Attributes, conventions: Conventions): boolean;
  /** Reading 4, for elementwise ops. */
  readonly facts?: Facts;
  /** Reading 5: the op in terms of simpler ones as a mathjs formula, for ops mathjs does not know (`sigmoid`: `1 / (1 + exp(-x))`). */
  readonly definition?: string;
  /** LaTeX with `#1`, `#2` for operands; absent: `\operatorname{name}(…)`. */
  readonly latex?: string;
  /** Whether operands and result are related element by element, with broadcasting. */
  readonly elementwise: boolean;
}
