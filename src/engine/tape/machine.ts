import { type Format, type FormatName, formatOf } from '../numerics/format';
import type { Conventions } from '../ops/conventions';
import type { Op } from '../ops/op';
import { opNamed } from '../ops/registry';
import type { Attributes, Kind, Shape } from '../numerics/signature';
import { slotFormats } from './slot-formats';
import { type Slot, type Tape, Unreadable } from './tape';

/** How numbers are computed. */
export interface Arithmetic {
  /** Format of float inputs. */
  readonly format: FormatName;
  /** Whether subnormal float32 numbers become 0. */
  readonly flushesSubnormals: boolean;
  readonly conventions: Conventions;
}

/** Values of the inputs by name, row-major; a number fills its input. */
export type Inputs = Readonly<Record<string, ArrayLike<number> | number>>;

/** Values by slot; null where a branch was not taken. */
export type Values = readonly (Float64Array | null)[];

interface Cell {
  values: Float64Array;
  readonly shape: Shape;
  readonly kind: Kind;
}

/** What an op is asked; made once and filled in for each run. */
interface Request {
  readonly operands: readonly Cell[];
  readonly attributes: Attributes;
  readonly shape: Shape;
  readonly format: Format;
  readonly conventions: Conventions;
  readonly wanted: readonly boolean[];
  /** An array of its own for the result, which no operand shares. */
  readonly room: Float64Array;
  result: Float64Array;
  gradient: Float64Array;
}

interface Step {
  readonly slot: Slot;
  readonly op: Op | undefined;
  readonly format: Format;
  readonly cell: Cell;
  readonly at: Request;
  /** Whether the slot depends on an input that has gradients. */
  readonly active: boolean;
  /** Whether the slot depends on an input at all; what does not is computed once. */
  readonly moving: boolean;
  done: boolean;
}

const NOTHING = new Float64Array(0);

/** A tape made ready to run many times in one arithmetic. Results stay valid until the next run. */
export class Machine {
  private readonly steps: Step[] = [];
  private readonly ran: Uint8Array;
  private readonly branches: boolean;
  private readonly names: readonly (string | undefined)[];

  constructor(
    private readonly tape: Tape,
    arithmetic: Arithmetic,
  ) {
    const names: string[] = [];
    for (const [name, slot] of Object.entries(tape.inputs)) names[slot] = name;
    this.names = names;
    this.ran = new Uint8Array(tape.slots.length);
    this.branches = tape.slots.some(({ op }) => op === 'select');
    const formats = slotFormats(tape, arithmetic.format);
    tape.slots.forEach((slot, i) => this.steps.push(this.prepare(slot, formats[i] ?? arithmetic.format, arithmetic)));
  }

  /** Values of every slot that the roots need. Throws {@link Unreadable}. */
  run(inputs: Inputs): Values {
    this.ran.fill(0);
    if (this.branches) for (const root of this.tape.roots) this.demand(root, inputs);
    else this.steps.forEach((_, i) => this.compute(i, inputs));
    return this.steps.map(({ cell }, i) => (this.ran[i] ? cell.values : null));
  }

  /** Gradients of the sum of a root's elements by slot, after a run; null where none arrives. */
  pullBack(root: number, seed?: ArrayLike<number>): Values {
    const gradients = new Array<Float64Array | null>(this.steps.length).fill(null);
    const start = this.steps[root];
    if (!start || !this.ran[root]) return gradients;
    gradients[root] = seed ? Float64Array.from(seed) : new Float64Array(start.cell.values.length).fill(1);
    for (let i = root; i >= 0; i--) {
      const gradient = gradients[i];
      if (gradient) this.spread(this.steps[i] as Step, gradient, gradients);
    }
    return gradients;
  }

  /** What one slot hands back to each of its operands for a gradient of its result, after a run. */
  handedBack(slot: number, gradient: Float64Array): readonly (Float64Array | null | undefined)[] {
    return this.ran[slot] ? partsOf(this.steps[slot] as Step, gradient) : [];
  }

  private prepare(slot: Slot, formatName: FormatName, { flushesSubnormals, conventions }: Arithmetic): Step {
    const { op: name, args, attributes, shape, kind } = slot;
    const operands = args.map((arg) => this.steps[arg] as Step);
    const format = formatOf(formatName, flushesSubnormals && formatName === 'float32');
    const size = shape.reduce((product, dimension) => product * dimension, 1);
    const cell = { values: constantOf(slot, size, format), shape, kind };
    const real = kind === 'float' || kind === 'weak';
    const isInput = name === 'parameter' || name === 'random';
    const active = real && (isInput || operands.some((operand) => operand.active));
    const moving = isInput || operands.some((operand) => operand.moving);
    const wanted = operands.map((operand) => operand.active);
    const at = {
      operands: operands.map((operand) => operand.cell),
      attributes,
      shape,
      format,
      conventions,
      wanted,
      room: cell.values,
      result: cell.values,
      gradient: NOTHING,
    };
    return { slot, op: opNamed(name), format, cell, at, active, moving, done: false };
  }

  private demand(root: number, inputs: Inputs): void {
    const stack = [root];
    while (stack.length > 0) {
      const i = stack[stack.length - 1] as number;
      const waiting = this.ran[i] ? [] : this.needs(i).filter((arg) => !this.ran[arg]);
      if (waiting.length > 0) {
        stack.push(...waiting);
        continue;
      }
      stack.pop();
      if (!this.ran[i]) this.compute(i, inputs);
    }
  }

  /** Operands that must be computed first: of a branch the condition, and once it is known the sides that are taken. */
  private needs(i: number): readonly number[] {
    const { slot } = this.steps[i] as Step;
    const [condition, yes, no] = slot.args;
    if (slot.op !== 'select' || condition === undefined || yes === undefined || no === undefined) return slot.args;
    if (!this.ran[condition]) return [condition];
    const truths = (this.steps[condition] as Step).cell.values;
    return [...(truths.some((c) => c !== 0) ? [yes] : []), ...(truths.some((c) => c === 0) ? [no] : [])];
  }

  private compute(i: number, inputs: Inputs): void {
    const step = this.steps[i] as Step;
    const { slot, op, format, cell, at } = step;
    if (op && (step.moving || !step.done)) cell.values = op.forward(at);
    else if (slot.op === 'parameter' || slot.op === 'random') this.read(i, inputs, format, cell);
    else if (!op && slot.op !== 'constant') throw new Unreadable(String(slot.attributes['name'] ?? slot.op), i);
    step.done = true;
    this.ran[i] = 1;
  }

  private read(i: number, inputs: Inputs, { round }: Format, cell: Cell): void {
    const name = this.names[i] ?? '';
    const given = inputs[name];
    if (given === undefined) throw new Unreadable(name, i);
    if (typeof given === 'number') cell.values.fill(round(given));
    else if (given.length !== cell.values.length)
      throw new Unreadable(`${name} has ${given.length} elements instead of ${cell.values.length}`, i);
    else for (let j = 0; j < given.length; j++) cell.values[j] = round(given[j] as number);
  }

  private spread(step: Step, gradient: Float64Array, gradients: (Float64Array | null)[]): void {
    const { slot, format } = step;
    const parts = partsOf(step, gradient);
    for (let k = 0; k < parts.length; k++) {
      const part = parts[k];
      const arg = slot.args[k] as number;
      const target = this.steps[arg] as Step;
      if (part && target.active && this.ran[arg]) gradients[arg] = accumulate(gradients[arg] ?? null, part, target.format, format);
    }
  }
}

function partsOf({ slot, op, cell, at }: Step, gradient: Float64Array): readonly (Float64Array | null | undefined)[] {
  if (!op || slot.args.length === 0) return [];
  at.result = cell.values;
  at.gradient = gradient;
  return op.backward(at);
}

function constantOf({ op, attributes }: Slot, size: number, { round }: Format): Float64Array {
  const values = new Float64Array(size);
  if (op !== 'constant') return values;
  const { value, values: list } = attributes;
  if (typeof value === 'number') return values.fill(round(value));
  if (Array.isArray(list)) list.forEach((item: unknown, i) => (values[i] = round(Number(item))));
  return values;
}

/** Adds a part, which was computed in the format `from`; the first part itself becomes the sum. */
function accumulate(sum: Float64Array | null, part: Float64Array, { name, round }: Format, from: Format): Float64Array {
  if (!sum) return name === from.name ? part : part.map(round);
  for (let i = 0; i < sum.length; i++) sum[i] = round((sum[i] as number) + (part[i] as number));
  return sum;
}
