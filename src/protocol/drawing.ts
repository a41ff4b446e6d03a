import type { Range } from '../engine/text/line-index';
import type { Arithmetic } from '../engine/tape/machine';
import type { Tape } from '../engine/tape/tape';

/** One number-valued input of a loss, as the panel offers it: an axis, a slider, or held fixed. */
export interface DrawingInput {
  readonly name: string;
  readonly role: 'prediction' | 'target' | 'weight' | 'hyperparameter' | 'other';
  /** The domain as the author reads it: `(0, 1)`, `{0, 1}`, `R`. */
  readonly domain: string;
  /** Ends of what is shown at first, finite and inside the domain (an open end is shown up to the end itself). */
  readonly low: number;
  readonly high: number;
  /** The only values allowed, for a finite set; else null. */
  readonly choices: readonly number[] | null;
  readonly integer: boolean;
  /** Values at the start, row-major; one for each element. */
  readonly initial: readonly number[];
}

/** A place on the curve where a finding has its witness. */
export interface DrawingHazard {
  readonly code: string;
  readonly message: string;
  readonly range: Range;
  /** Witness values by input: the element that matters, where it is a tensor. */
  readonly at: Readonly<Record<string, number>>;
}

/** All that the panel needs to draw one loss without asking again. */
export interface Drawing {
  /** Its first root is the loss. */
  readonly tape: Tape;
  /** The framework's own. */
  readonly arithmetic: Arithmetic;
  readonly inputs: readonly DrawingInput[];
  /** Names of the inputs that the verdicts speak about: the first is the axis at the start. */
  readonly variables: readonly string[];
  /** Source range of each tape slot; null where the source has none. */
  readonly places: readonly (Range | null)[];
  readonly hazards: readonly DrawingHazard[];
}
