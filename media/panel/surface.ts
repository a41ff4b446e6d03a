import { Machine } from '../../src/engine/tape/machine';
import { Unreadable } from '../../src/engine/tape/tape';
import type { Drawing, DrawingInput } from '../../src/protocol/drawing';

/** A direction of a surface: one element of an input, or all of them together. */
export interface Direction {
  readonly input: string;
  readonly element: number | 'all';
  readonly label: string;
  readonly low: number;
  readonly high: number;
}

/** Values of a loss over two directions, row by row from the lowest `y`; nan where there is none. */
export interface Surface {
  readonly size: number;
  readonly x: Direction;
  readonly y: Direction;
  readonly values: Float64Array;
  readonly lowest: { readonly value: number; readonly x: number; readonly y: number } | null;
}

const MOST_ELEMENTS = 4;

/** The directions that a drawing offers: inputs as a whole, then their first elements one by one; variables come first. */
export function directionsOf({ inputs, variables }: Drawing): Direction[] {
  const free = inputs.filter(({ choices, initial, integer }) => choices === null && !integer && initial.length > 0);
  const ranked = [...free.filter(({ name }) => variables.includes(name)), ...free.filter(({ name }) => !variables.includes(name))];
  return [...ranked.map((input) => direction(input, 'all')), ...ranked.flatMap(elementsOf)];
}

function elementsOf(input: DrawingInput): Direction[] {
  const count = input.initial.length < 2 ? 0 : Math.min(MOST_ELEMENTS, input.initial.length);
  return Array.from({ length: count }, (_, i) => direction(input, i));
}

function direction({ name, low, high }: DrawingInput, element: number | 'all'): Direction {
  return { input: name, element, label: element === 'all' ? name : `${name}[${element}]`, low, high };
}

/** Samples a loss over two directions in double precision, everything else held; the construct that stops it, where one does. */
export function sampleSurface(
  drawing: Drawing,
  held: Readonly<Record<string, readonly number[]>>,
  x: Direction,
  y: Direction,
  size: number,
): Surface | Unreadable {
  const machine = new Machine(drawing.tape, { ...drawing.arithmetic, format: 'float64' });
  const root = drawing.tape.roots[0] ?? 0;
  const values = new Float64Array(size * size);
  let lowest: Surface['lowest'] = null;
  try {
    for (let row = 0; row < size; row++) {
      const atY = along(y, row, size);
      const inputs = moved(held, y, atY);
      for (let column = 0; column < size; column++) {
        const atX = along(x, column, size);
        const value = sum(machine.run(moved(inputs, x, atX))[root] ?? null);
        values[row * size + column] = Number.isFinite(value) ? value : NaN;
        if (Number.isFinite(value) && value < (lowest?.value ?? Infinity)) lowest = { value, x: atX, y: atY };
      }
    }
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
  return { size, x, y, values, lowest };
}

/** Coordinate of a sample along a direction. */
export function along({ low, high }: Direction, index: number, size: number): number {
  return low + ((high - low) * index) / (size - 1);
}

function moved(
  held: Readonly<Record<string, readonly number[]>>,
  { input, element }: Direction,
  to: number,
): Record<string, readonly number[]> {
  return { ...held, [input]: (held[input] ?? []).map((value, i) => (element === 'all' || element === i ? to : value)) };
}

function sum(values: Float64Array | null): number {
  return values?.reduce((total, value) => total + value, 0) ?? NaN;
}
