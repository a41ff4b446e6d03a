import type { Span } from '../../text/span';
import type { Expression } from '../../ir/expression';
import type { Handmade, Use, Write } from '../../ir/loss';
import type { OpaqueValue } from '../values/value';
import type { Breach } from './breach';
import { isSatisfiable } from './satisfiable';
import { OutOfSteps } from './unreadable';

/** A value that an option can hold. */
export type OptionValue = string | number | boolean | null;

/** A condition on data that the code demands, by `assert` or by raising otherwise. */
export interface Guard {
  readonly condition: Expression;
  readonly span: Span;
}

/** A demand of the code that does not hold, and its place. */
export interface Doubt {
  readonly what: string;
  readonly span: Span;
}

/** The place that is evaluated, and where the text under analysis calls the other text that it is in. */
interface Whereabouts {
  readonly span: Span;
  readonly via: Span | null;
}

/** How the paths of modules begin that a library's functions are told in. */
export const TOLD = 'library:';

/** What the lift noticed while it ran, apart from the result. */
export class Trace {
  readonly uses: Use[] = [];
  readonly opaque = new Map<Expression, OpaqueValue>();
  readonly options = new Map<string, Set<OptionValue>>();
  readonly guards: Guard[] = [];
  readonly handmade: Handmade[] = [];
  readonly writes: Write[] = [];
  /** Memory that still holds the copy that it was made for. */
  readonly copies = new Set<object>();
  /** Depth of sides of conditions on data. */
  sides = 0;
  /** Breaches of shape rules and exceptions raised for the shapes at hand. */
  readonly problems: string[] = [];
  /** How many steps were taken before the first of the problems. */
  reached: number | null = null;
  /** Parameters that a likelihood takes for logarithms of probabilities, and where. */
  readonly logged = new Map<string, Span>();
  /** What the first of the problems was about, where it is a breach of a shape rule. */
  breach: Breach | null = null;
  /** Options of which nothing is said and under which something was not read. */
  readonly doubted = new Set<string>();
  /** Options that decided the blocks that run now. */
  private readonly deciding: string[] = [];
  /** Above 0: lists that differ in length on both sides of a condition become unread; else they call for separate paths. */
  tolerant = 0;
  /** Demands of the code that do not hold for the sizes at hand, and were passed over. */
  readonly doubts: Doubt[] = [];
  /** How many evaluations are running inside one another. */
  private depth = 0;
  /** Depth of constructors that run. */
  constructing = 0;
  /** Depth of `no_grad` blocks. */
  frozen = 0;
  /** Uses that were evaluated on other paths than the one that runs now: from, and up to. */
  private readonly aside: (readonly [number, number])[] = [];
  private steps = 0;
  private quiet = false;
  private span: Span = { start: 0, end: 0 };
  /** Where the text under analysis calls the other text that is evaluated now. */
  private via: Span | null = null;
  /** The other text of which a loss is at work. */
  private telling: string | null = null;

  /**
   * `worst`: with so many problems a reading is no better than one before, and is given up. `lenient`: what raises is a gap where
   * it stands, so that as much as can be is read.
   */
  constructor(
    private readonly limit: number,
    private readonly worst = Infinity,
    private readonly lenient = false,
  ) {}

  /** Whether an exception that the code raises here makes a gap of the translation and not its end. */
  get forgives(): boolean {
    return this.lenient && this.depth > 1;
  }

  /** Whether a demand that does not hold is passed over. */
  passOver(what: string, span: Span): boolean {
    if (this.lenient) this.doubts.push({ what, span });
    return this.lenient;
  }

  /** Records a breach of a shape rule, or an exception raised for the shapes at hand. */
  problem(message: string, breach: Breach | null = null): void {
    if (this.reached === null) [this.reached, this.breach] = [this.steps, breach];
    this.problems.push(message);
  }

  /** Runs a block that these options decided. */
  under<T>(options: readonly string[], action: () => T): T {
    this.deciding.push(...options);
    try {
      return action();
    } finally {
      this.deciding.length -= options.length;
    }
  }

  /** Notes that something was not read. */
  doubt(): void {
    const last = this.deciding.at(-1);
    if (last !== undefined) this.doubted.add(last);
  }

  /** Whether this reading is no better than one before. */
  get hopeless(): boolean {
    return this.problems.length >= this.worst;
  }

  /** The place of the source that is being evaluated. */
  get here(): Span {
    const { via, span, telling } = this;
    if (span.source === undefined || !via || via.end <= via.start) return span;
    return { ...span, via, ...(telling === span.source ? { told: true } : {}) };
  }

  /** Runs the body of a loss of another text. */
  insideLossOf<T>(source: string, action: () => T): T {
    const { telling } = this;
    this.telling ??= source;
    try {
      return action();
    } finally {
      this.telling = telling;
    }
  }

  /** Runs an action on behalf of a place of the source; one of another text is reached from the place evaluated so far, one of a library is no place of its own. */
  at<T>(place: Span, action: () => T): T {
    const before = this.enter(place);
    try {
      return action();
    } finally {
      this.leave(before);
    }
  }

  /** Goes to a place as {@link Trace.at} does; what it gives is to be handed to {@link Trace.leave}, whatever happens. */
  enter(place: Span): Whereabouts {
    const { span: outer, via } = this;
    const span = place.source?.startsWith(TOLD) ? outer : place;
    if (span.source === undefined) this.via = null;
    else if (outer.source === undefined) this.via = outer;
    this.span = span;
    this.depth++;
    return { span: outer, via };
  }

  /** Goes back to where it was before {@link Trace.enter}. */
  leave({ span, via }: Whereabouts): void {
    this.span = span;
    this.via = via;
    this.depth--;
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
    if (!this.quiet) this.uses.push({ node, span: this.here });
  }

  /** Records that memory is written to; what is a copy is no one else's until then, and what a constructor writes is not computed with yet. */
  write(memory: object, before: Expression, after: Expression): void {
    if (this.quiet || this.constructing > 0 || this.copies.delete(memory)) return;
    this.writes.push({ before, after, span: this.here, evaluated: this.uses.length, aside: [...this.aside] });
  }

  /** Runs another path than those that were run since a number of uses. */
  besides<T>(since: number, run: () => T): T {
    this.aside.push([since, this.uses.length]);
    try {
      return run();
    } finally {
      this.aside.pop();
    }
  }

  /** Records a condition that the code demands; one inside a branch on data is no demand on the inputs. */
  demand(condition: Expression, span: Span): void {
    if (this.sides === 0) this.guards.push({ condition, span });
  }

  /**
   * Records a condition without which nothing here runs; false inside a branch on data, where it is no demand on the inputs, and where
   * no inputs were found that meet it.
   */
  takeForGranted(condition: Expression): boolean {
    if (this.guards.some((guard) => guard.condition === condition)) return true;
    if (this.sides > 0 || !isSatisfiable(condition)) return false;
    this.guards.push({ condition, span: this.span });
    return true;
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
