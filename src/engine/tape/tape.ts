import type { Attributes, Kind, Shape } from '../numerics/signature';

/** One operation of a tape; `args` are earlier slots. */
export interface Slot {
  /** Id of the expression it was compiled from. */
  readonly id: number;
  readonly op: string;
  readonly args: readonly number[];
  readonly attributes: Attributes;
  readonly shape: Shape;
  readonly kind: Kind;
}

/** An expression as plain data: it can be sent between threads and run many times. */
export interface Tape {
  /** Operands before their uses. */
  readonly slots: readonly Slot[];
  /** Slots of the compiled roots, in the order they were given. */
  readonly roots: readonly number[];
  /** Slot of each input: parameters by name, random draws as `distribution#serial`. */
  readonly inputs: Readonly<Record<string, number>>;
}

/** A value the tape cannot compute: a construct that was not read, or an input that was not given. */
export class Unreadable extends Error {
  constructor(
    /** What could not be computed. */
    readonly what: string,
    /** Slot of the tape. */
    readonly slot: number,
  ) {
    super(what);
  }
}
