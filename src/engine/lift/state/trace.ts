import type { Span } from '../../text/span';
import type { Expression } from '../../ir/expression';
import type { Use } from '../../ir/loss';
import type { OpaqueValue } from '../values/value';
import { OutOfSteps } from './unreadable';

/** A value that an option can hold. */
export type OptionValue = string | number | boolean | null;

/** A condition on data that the code demands, by `assert` or by raising otherwise. */
export interface Guard {
  readonly condition: Expression;
  readonly span: Span;
}

/** What the lift noticed while it ran, apart from the result. */
export class Trace {
  readonly uses: Use[] = [];
  readonly opaque = new Map<Expression, OpaqueValue>();
  readonly options = new Map<string, Set<OptionValue>>();
  readonly guards: Guard[] = [];
  /** Depth of sides of conditions on data. */
  sides = 0;
  /** Breaches of shape rules and exceptions raised for the shapes at hand. */
  readonly problems: string[] = [];
  /** Above 0: lists that differ in length on both sides of a condition become unread; else they call for separate paths. */
  tolerant = 0;
  /** Depth of `no_grad` blocks. */
  frozen = 0;
  private steps = 0;
  private quiet = false;
  private span: Span = { start: 0, end: 0 };

  /** `worst`: so many problems make a reading worse than one before, and it is given up. */
  constructor(
    private readonly limit: number,
    private readonly worst = Infinity,
  ) {}

  /** Whether this reading is worse than one before. */
  get hopeless(): boolean {
    return this.problems.length > this.worst;
  }

  /** The place of the source that is being evaluated. */
  get here(): Span {
    return this.span;
  }

  /** Runs an action on behalf of a place of the source. */
  at<T>(span: Span, action: () => T): T {
    const outer = this.span;
    this.span = span.source === undefined ? span : this.calledFrom(outer, span);
    try {
      return action();
    } finally {
      this.span = outer;
    }
  }

  /** A place of another text, reached from the one evaluated so far. */
  private calledFrom(outer: Span, span: Span): Span {
    const via = outer.source === undefined ? outer : outer.via;
    return via && via.end > via.start ? { ...span, via } : span;
  }

  /** How many steps were taken. */
  get spent(): number {
    return this.steps;
  }

  /** Counts one step; throws {@link OutOfSteps}. */
  step(): void {
    if (++this.steps > this.limit) throw new OutOfSteps(`more than ${this.limit} steps`);
  }

  /** Records that a node was evaluated here. */
  use(node: Expression): void {
    if (!this.quiet) this.uses.push({ node, span: this.span });
  }

  /** Records a condition that the code demands; one inside a branch on data is no demand on the inputs. */
  demand(condition: Expression, span: Span): void {
    if (this.sides === 0) this.guards.push({ condition, span });
  }

  /** Runs an action that evaluates nothing new, such as looking through a view. */
  quietly<T>(action: () => T): T {
    const before = this.quiet;
    this.quiet = true;
    try {
      return action();
    } finally {
      this.quiet = before;
    }
  }

  /** Records that a parameter's value decided something, and which other values it was compared with. */
  decides(origin: string | undefined, ...values: readonly OptionValue[]): void {
    if (origin === undefined) return;
    const known = this.options.get(origin) ?? new Set();
    for (const value of values) known.add(value);
    this.options.set(origin, known);
  }
}
