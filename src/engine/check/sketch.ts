import { Machine } from '../tape/machine';
import { Unreadable } from '../tape/tape';
import type { Drawing, DrawingInput } from './drawing';

/** A small curve of a loss: points of equal distance along its first variable; null where there is no finite value. */
export interface Sketch {
  readonly axis: string;
  readonly low: number;
  readonly high: number;
  readonly values: readonly (number | null)[];
}

const POINTS = 61;

/** Sketches a drawing along what its verdicts speak about; null where nothing finite can be drawn. */
export function sketchOf(drawing: Drawing): Sketch | null {
  const axis = drawing.inputs.find(({ name, choices, integer }) => name === drawing.variables[0] && choices === null && !integer);
  if (!axis || axis.initial.length === 0) return null;
  try {
    const together = curveOf(drawing, axis, 'all');
    const values = isFlat(together) && axis.initial.length > 1 ? curveOf(drawing, axis, 0) : together;
    if (values.filter((value) => value !== null).length < 2) return null;
    return { axis: axis.name, low: axis.low, high: axis.high, values };
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** Where moving all elements together changes nothing, as with a softmax, the first alone is moved, and is the true class. */
function curveOf({ tape, arithmetic, inputs }: Drawing, axis: DrawingInput, moved: 'all' | 0): (number | null)[] {
  const machine = new Machine(tape, { ...arithmetic, format: 'float64' });
  const held = Object.fromEntries(inputs.map((input) => [input.name, moved === 0 ? labelled(input, axis, tape) : input.initial]));
  return Array.from({ length: POINTS }, (_, i) => {
    const x = axis.low + ((axis.high - axis.low) * i) / (POINTS - 1);
    const values = axis.initial.map((value, element) => (moved === 'all' || element === moved ? x : value));
    const result = machine.run({ ...held, [axis.name]: values })[tape.roots[0] ?? 0];
    const sum = result?.reduce((total, value) => total + value, 0) ?? NaN;
    return Number.isFinite(sum) ? sum : null;
  });
}

function labelled(input: DrawingInput, axis: DrawingInput, { slots, inputs }: Drawing['tape']): readonly number[] {
  if (input.name === axis.name || input.least < 0 || input.most > 1 || input.initial.length < 2) return input.initial;
  const classes = slots[inputs[input.name] ?? 0]?.shape.at(-1) ?? 1;
  return input.initial.map((_, i) => Number(i % classes === 0));
}

function isFlat(values: readonly (number | null)[]): boolean {
  const finite = values.filter((value) => value !== null);
  return Math.max(...finite) - Math.min(...finite) < 1e-9;
}
