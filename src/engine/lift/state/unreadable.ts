import { Stackless } from '../../numerics/stackless';
import type { Value } from '../values/value';

/** A construct that the lift does not read; becomes an opaque value with this reason. */
export class Unreadable extends Stackless {}

/** A call with more arguments by place than what is called takes. */
export class TooMany extends Unreadable {
  constructor(
    message: string,
    readonly excess: number,
  ) {
    super(message);
  }
}

/** A count, axis, size or order that is not known, and the value that should have told it. */
export class UnknownCount extends Unreadable {
  constructor(
    readonly what: string,
    readonly value: Value,
    message = `${what} is not a known number`,
  ) {
    super(message);
  }
}

/** None is used as if it were something: the parameter that holds it by default must be given. */
export class NothingThere extends Unreadable {
  constructor(
    message: string,
    readonly value: Value,
  ) {
    super(message);
  }
}

/** An error that the code itself raises for the sizes at hand: another choice of shapes may pass. */
export class Raised extends Stackless {}

/** The lift has done as many steps as it may. */
export class OutOfSteps extends Stackless {}

/** The definition that was looked for is there: nothing after it matters. */
export class Found extends Stackless {}

/** Both sides of a condition on data cannot be joined in one state: each needs a path of its own through the function. */
export class Diverged extends Stackless {}
