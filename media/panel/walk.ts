import { Machine } from '../../src/engine/tape/machine';
import type { Values } from '../../src/engine/tape/machine';
import { Unreadable } from '../../src/engine/tape/tape';
import type { Slot } from '../../src/engine/tape/tape';
import type { Range } from '../../src/engine/text/line-index';
import type { Drawing } from '../../src/protocol/drawing';
import { activeSlots } from './active';

/** One operation of a run: what it gave forwards, what came back to it, how far it is from exact arithmetic. */
export interface Step {
  readonly slot: number;
  readonly op: string;
  /** Name of an input; null for an operation. */
  readonly name: string | null;
  /** Null for an input that the code does not mention by itself. */
  readonly place: Range | null;
  readonly value: readonly number[];
  /** Null where no gradient arrives. */
  readonly gradient: readonly number[] | null;
  /** Largest relative error against double precision that this operation adds to that of its operands. */
  readonly error: number;
  /** Whether it is the first to give a value that is not finite, or to send such a gradient back. */
  readonly breaks: 'forward' | 'backward' | null;
}

/** Values of the inputs, element by element. */
export type WalkInputs = Readonly<Record<string, readonly number[]>>;

/** Runs a loss on given inputs as its framework does, operation by operation; the construct that stops it, where one does. */
export function walk(drawing: Drawing, inputs: WalkInputs): Step[] | Unreadable {
  const { tape, arithmetic, places } = drawing;
  try {
    const machine = new Machine(tape, arithmetic);
    const values = copied(machine.run(inputs));
    const gradients = copied(machine.pullBack(tape.roots[0] ?? 0));
    const exact = copied(new Machine(tape, { ...arithmetic, format: 'float64' }).run(inputs));
    const errors = values.map((value, slot) => distance(value, exact[slot] ?? null));
    const wrong = { forward: firstWrong(drawing, values), backward: firstWrongBack(drawing, gradients) };
    return tape.slots.flatMap(({ op, args, attributes }, slot) => {
      const place = places[slot] ?? null;
      const value = values[slot];
      const name = op === 'parameter' ? String(attributes['name']) : null;
      if (!value || op === 'constant' || (!place && name === null)) return [];
      const inherited = Math.max(0, ...args.map((arg) => errors[arg] ?? 0));
      const breaks = slot === wrong.forward ? ('forward' as const) : slot === wrong.backward ? ('backward' as const) : null;
      return [
        {
          slot,
          op,
          name,
          place,
          value: [...value],
          gradient: gradients[slot] ? [...gradients[slot]] : null,
          error: Math.max(0, (errors[slot] ?? 0) - inherited),
          breaks,
        },
      ];
    });
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}

/** The slots by which an operation depends on a variable, from the input to the operation; of several ways the first. */
export function lineage(drawing: Drawing, slot: number): number[] {
  const active = activeSlots(drawing);
  const way = [slot];
  for (let at: number | undefined = slot; at !== undefined;) {
    at = drawing.tape.slots[at]?.args.find((arg) => active[arg]);
    if (at !== undefined) way.unshift(at);
  }
  return way;
}

/** Results of a machine live until its next run only. */
function copied(values: Values): Values {
  return values.map((value) => value && value.slice());
}

/** Largest relative difference of two results; 0 where they agree, infinite where only one is finite. */
function distance(rounded: Float64Array | null, exact: Float64Array | null): number {
  if (!rounded || !exact) return 0;
  return rounded.reduce((worst, value, i) => Math.max(worst, relative(value, exact[i] ?? NaN)), 0);
}

function relative(value: number, exact: number): number {
  if (Object.is(value, exact) || value === exact) return 0;
  if (!Number.isFinite(value) || !Number.isFinite(exact)) return Infinity;
  return Math.abs(value - exact) / Math.max(Math.abs(exact), Number.MIN_VALUE);
}

function firstWrong({ tape }: Drawing, values: Values): number {
  const wrong = (slot: number): boolean => isWrong(values[slot] ?? null);
  return tape.slots.findIndex(({ op, args }, slot) => op !== 'constant' && wrong(slot) && !args.some(wrong));
}

/** The first operation, on the way back to the variables, that gets a finite gradient and hands on one that is not. */
function firstWrongBack(drawing: Drawing, gradients: Values): number {
  const active = activeSlots(drawing);
  const wrong = (slot: number): boolean => isWrong(gradients[slot] ?? null);
  const hands = ({ args }: Slot): boolean => args.some((arg) => active[arg] && wrong(arg));
  return drawing.tape.slots.findLastIndex((slot, i) => gradients[i] !== null && !wrong(i) && hands(slot));
}

function isWrong(values: Float64Array | null): boolean {
  return values?.some((x) => !Number.isFinite(x)) ?? false;
}
