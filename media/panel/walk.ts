import { Machine } from '../../src/engine/tape/machine';
import type { Values } from '../../src/engine/tape/machine';
import { Unreadable } from '../../src/engine/tape/tape';
import type { Slot } from '../../src/engine/tape/tape';
import type { Range } from '../../src/engine/text/line-index';
import type { Drawing } from '../../src/protocol/drawing';
import { activeSlots } from './active';
import { breakBack } from './break-back';
import { lineages } from './lineage';

/** How an operation goes wrong: a value or a gradient that is not finite, or an error that is more than rounding. */
export type Break = 'forward' | 'backward' | 'precision';

/** One operation of a run: what it gave forwards, what came back to it, how far it is from exact arithmetic. */
export interface Step {
  readonly slot: number;
  readonly op: string;
  /** Name of an input; null for an operation. */
  readonly name: string | null;
  /** Null for an input that the code does not mention by itself. */
  readonly place: Range | null;
  readonly value: readonly number[];
  /** The same in double precision. */
  readonly exact: readonly number[];
  /** Null where no gradient arrives. */
  readonly gradient: readonly number[] | null;
  /** Largest relative error against double precision that this operation adds to that of its operands. */
  readonly error: number;
  /** Whether it is the first to go wrong, and how. */
  readonly breaks: Break | null;
  /** The slots from a variable to it, by which most of the result comes; empty where it depends on none. */
  readonly way: readonly number[];
}

/** Values of the inputs, element by element. */
export type WalkInputs = Readonly<Record<string, readonly number[]>>;

/** A result that is wrong by more than this is told where nothing worse happens. */
const PERCENT = 0.01;

/** Runs a loss on given inputs as its framework does, operation by operation; the construct that stops it, where one does. */
export function walk(drawing: Drawing, inputs: WalkInputs): Step[] | Unreadable {
  const { tape, arithmetic } = drawing;
  try {
    const machine = new Machine(tape, arithmetic);
    const values = copied(machine.run(inputs));
    const gradients = copied(machine.pullBack(tape.roots[0] ?? 0));
    const exact = copied(new Machine(tape, { ...arithmetic, format: 'float64' }).run(inputs));
    const distances = values.map((value, slot) => distance(value, exact[slot] ?? null));
    const added = tape.slots.map(({ args }, slot) => addedBy(distances, args, slot));
    const active = activeSlots(drawing);
    const ways = lineages(drawing, active, values, gradients);
    const isOff = (distances[tape.roots[0] ?? 0] ?? 0) > PERCENT;
    const breaks = breaksOf(drawing, machine, { values, gradients, added, isOff });
    return tape.slots.flatMap((slot, i) => stepOf(drawing, slot, i, { values, exact, gradients, added, breaks, active, ways }));
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}

interface Run {
  readonly values: Values;
  readonly exact: Values;
  readonly gradients: Values;
  readonly added: readonly number[];
  /** Slots on a way from what the verdicts speak about: other gradients train nothing. */
  readonly active: readonly boolean[];
  readonly breaks: ReadonlyMap<number, Break>;
  readonly ways: readonly (readonly number[])[];
}

function stepOf({ places }: Drawing, { op, attributes }: Slot, slot: number, run: Run): Step[] {
  const place = places[slot] ?? null;
  const value = run.values[slot];
  const name = op === 'parameter' ? String(attributes['name']) : null;
  if (!value || op === 'constant' || (!place && name === null)) return [];
  const gradient = run.active[slot] ? run.gradients[slot] : null;
  return [
    {
      slot,
      op,
      name,
      place,
      value: [...value],
      exact: [...(run.exact[slot] ?? [])],
      gradient: gradient ? [...gradient] : null,
      error: run.added[slot] ?? 0,
      breaks: run.breaks.get(slot) ?? null,
      way: run.ways[slot] ?? [],
    },
  ];
}

/** Where it goes wrong: forwards, backwards; else, where the result is off, the operation that adds most to the error. */
function breaksOf(
  drawing: Drawing,
  machine: Machine,
  { values, gradients, added, isOff }: Pick<Run, 'values' | 'gradients' | 'added'> & { readonly isOff: boolean },
): ReadonlyMap<number, Break> {
  const breaks = new Map<number, Break>();
  const back = breakBack(drawing, machine, gradients);
  if (back !== null) breaks.set(back, 'backward');
  const forward = firstWrong(drawing, values);
  if (forward >= 0) breaks.set(forward, 'forward');
  const most = Math.max(0, ...added.filter(Number.isFinite));
  if (breaks.size === 0 && isOff && most > PERCENT) breaks.set(added.indexOf(most), 'precision');
  return breaks;
}

/** Results of a machine live until its next run only. */
function copied(values: Values): Values {
  return values.map((value) => value && value.slice());
}

function addedBy(distances: readonly number[], args: readonly number[], slot: number): number {
  return Math.max(0, (distances[slot] ?? 0) - Math.max(0, ...args.map((arg) => distances[arg] ?? 0)));
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
  const wrong = (slot: number): boolean => values[slot]?.some((x) => !Number.isFinite(x)) ?? false;
  return tape.slots.findIndex(({ op, args }, slot) => op !== 'constant' && wrong(slot) && !args.some(wrong));
}
