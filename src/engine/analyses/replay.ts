import { type Expression, inOrder } from '../ir/expression';
import { type FormatName, formatOf } from '../numerics/format';
import type { Conventions } from '../ops/conventions';
import { tapeOf } from '../tape/compile';
import { Machine, type Inputs, type Values } from '../tape/machine';
import type { Slot, Tape } from '../tape/tape';
import { type Arithmetic, type Trace, blameBackward, blameForward, brokenSlope } from './blame';
import type { Assignment } from './candidates';
import { filledSelections } from './filled-selections';
import type { Breaks, Failure, Outcome } from './hazard';
import type { Input } from './inputs';

/** How a framework computes. */
export interface FrameworkArithmetic {
  readonly format: FormatName;
  readonly flushesSubnormals: boolean;
  readonly conventions: Conventions;
}

/** Runs one loss forward and backward on assignments and finds what breaks. */
export class Replay {
  private readonly order: readonly Expression[];
  private readonly slotOf: ReadonlyMap<Expression, number>;
  private readonly machine: Machine;
  private readonly names: readonly string[];
  /** Slot of the result, and slots of the inputs that gradients are wanted for. */
  private readonly result: number;
  private readonly learned: readonly number[];
  /** Nodes that an input that gradients are wanted for goes into. */
  private readonly carriers = new Set<Expression>();
  /** Slots of the masks of filled selections. */
  private readonly filled: readonly number[];
  /** Slots of the inputs. */
  private readonly leaves: readonly number[];
  /** What ran last; its values stay until the next run. */
  private last: { readonly assignment: Assignment; readonly values: Values } | null = null;

  constructor(
    private readonly body: Expression,
    private readonly inputs: readonly Input[],
    private readonly arithmetic: FrameworkArithmetic,
  ) {
    this.order = inOrder(body);
    this.slotOf = new Map(this.order.map((node, slot) => [node, slot]));
    this.names = inputs.map(({ node }) => slotName(node));
    this.result = this.slotOf.get(body) ?? 0;
    this.learned = inputs.filter((input) => input.differentiable).map(({ node }) => this.slotOf.get(node) ?? -1);
    for (const input of inputs) if (input.differentiable) this.carriers.add(input.node);
    for (const node of this.order) if (node.args.some((a) => this.carriers.has(a))) this.carriers.add(node);
    this.filled = filledSelections(this.order).map((mask) => this.slotOf.get(mask) ?? -1);
    this.leaves = inputs.map(({ node }) => this.slotOf.get(node) ?? -1);
    this.machine = new Machine(readable(tapeOf(body)), arithmetic);
  }

  /** What breaks on an assignment, or null. */
  failure(assignment: Assignment): Failure | null {
    const { values, gradients } = this.run(assignment);
    const breaks = this.breaksOf(values, gradients);
    if (!breaks || (breaks === 'gradient' && this.selectsNothing(values))) return null;
    const blame = this.blame(values, gradients, breaks);
    return blame && { blame, breaks, assignment, outcome: this.outcomeOf(values, gradients) };
  }

  /** Whether a selection is empty whose places are filled with an element of its own. */
  private selectsNothing(values: Values): boolean {
    return this.filled.some((slot) => values[slot]?.every((value) => value === 0));
  }

  /** Whether the value is finite on an assignment. */
  isFinite(assignment: Assignment): boolean {
    return this.outcome(assignment).value.every(Number.isFinite);
  }

  /** Value and gradients on an assignment. */
  outcome(assignment: Assignment): Outcome {
    const { values, gradients } = this.run(assignment);
    return this.outcomeOf(values, gradients);
  }

  /** Values of one node on an assignment, which runs once however many nodes are asked for. */
  valuesAt(assignment: Assignment, node: Expression): Float64Array {
    const values = this.last?.assignment === assignment ? this.last.values : this.run(assignment, false).values;
    return values[this.slotOf.get(node) ?? -1]?.slice() ?? new Float64Array();
  }

  private run(assignment: Assignment, backward = true): { readonly values: Values; readonly gradients: Values } {
    const given: Record<string, Float64Array> = {};
    this.names.forEach((name, i) => (given[name] = assignment[i] ?? new Float64Array()));
    const values = this.machine.run(given as Inputs);
    this.last = { assignment, values };
    return { values, gradients: backward && this.learned.length > 0 ? this.machine.pullBack(this.result) : [] };
  }

  private outcomeOf(values: Values, gradients: Values): Outcome {
    const learned = this.inputs.filter((input) => input.differentiable);
    const pulled = learned.map(
      ({ name, node }) => [name, gradients[this.slotOf.get(node) ?? -1]?.slice() ?? new Float64Array(sizeOf(node))] as const,
    );
    return { value: values[this.result]?.slice() ?? new Float64Array(), gradients: new Map(pulled) };
  }

  private breaksOf(values: Values, gradients: Values): Breaks | null {
    const result = values[this.result];
    const value = result?.every(Number.isFinite) !== true && this.isBroken(result ?? new Float64Array(), values);
    const gradient = this.learned.some((slot) => gradients[slot]?.every(Number.isFinite) === false);
    if (value && gradient) return 'both';
    if (value) return 'value';
    return gradient ? 'gradient' : null;
  }

  private isBroken(result: Float64Array, values: Values): boolean {
    return result.some(Number.isNaN) || (result.some(isInfinite) && !this.givenInfinity(values));
  }

  /** Whether an infinity comes in from outside, so that an infinite result may be what is meant. */
  private givenInfinity(values: Values): boolean {
    return this.leaves.some((slot) => values[slot]?.some(isInfinite));
  }

  private blame(values: Values, gradients: Values, breaks: Breaks): Failure['blame'] | null {
    const order = this.order.filter((_, slot) => values[slot]);
    const trace = this.traceOf(values, gradients);
    const { format, flushesSubnormals, conventions } = this.arithmetic;
    const arithmetic: Arithmetic = { format: formatOf(format, flushesSubnormals && format === 'float32'), conventions };
    const forward = blameForward(order, trace, (node, broken) =>
      breaks === 'gradient' ? breaksSlope(node, order, broken, trace, arithmetic) : this.leadsToResult(node, broken),
    );
    if (forward) return forward;
    return blameBackward(order, trace, arithmetic);
  }

  /** Whether a broken value goes on, through broken values, to the result. */
  private leadsToResult(origin: Expression, broken: ReadonlySet<Expression>): boolean {
    const seen = new Set<Expression>(broken.has(this.body) ? [this.body] : []);
    for (const node of seen) for (const argument of node.args) if (broken.has(argument)) seen.add(argument);
    return seen.has(origin);
  }

  private traceOf(values: Values, gradients: Values): Trace {
    const slot = (node: Expression): number => this.slotOf.get(node) ?? -1;
    return {
      valuesOf: (node) => values[slot(node)] ?? new Float64Array(),
      gradientOf: (node) => (this.carriers.has(node) ? (gradients[slot(node)] ?? undefined) : undefined),
    };
  }
}

/** Whether a gradient breaks in a node or in one that its broken value goes into: then it is to blame for it. */
function breaksSlope(
  origin: Expression,
  order: readonly Expression[],
  broken: ReadonlySet<Expression>,
  trace: Trace,
  arithmetic: Arithmetic,
): boolean {
  const reached = new Set<Expression>([origin]);
  for (const node of order) if (broken.has(node) && node.args.some((a) => reached.has(a))) reached.add(node);
  return [...reached].some((node) => brokenSlope(node, trace, arithmetic) !== null);
}

function isInfinite(x: number): boolean {
  return x === Infinity || x === -Infinity;
}

function sizeOf(node: Expression): number {
  return node.shape.reduce((product, size) => product * size, 1);
}

function slotName({ op, attributes }: Expression): string {
  if (op === 'parameter') return String(attributes.name);
  return op === 'opaque' ? `opaque#${String(attributes.serial)}` : `${String(attributes.distribution)}#${String(attributes.serial)}`;
}

/** The tape with inputs in the place of what was not read, so that the rest can be judged. */
function readable(tape: Tape): Tape {
  const inputs = { ...tape.inputs };
  const slots = tape.slots.map((slot, i): Slot => {
    if (slot.op !== 'opaque') return slot;
    const name = `opaque#${String(slot.attributes.serial)}`;
    inputs[name] = i;
    return { ...slot, op: 'parameter', args: [], attributes: { name } };
  });
  return { ...tape, slots, inputs };
}
