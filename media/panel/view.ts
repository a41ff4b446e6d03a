import type { FormatName } from '../../src/engine/numerics/format';
import type { Drawing, DrawingInput } from '../../src/protocol/drawing';

/** How a point of the axis stands for values of the input: as they are, as a distance from another input, as the logit of them. */
export type Measure = { readonly kind: 'itself' } | { readonly kind: 'residual'; readonly from: string } | { readonly kind: 'logit' };

/** What of a drawing is looked at, and how. */
export interface View {
  /** Name of the input along the horizontal axis. */
  readonly axis: string;
  readonly measure: Measure;
  /** Which element of it moves: an index, or all by the same value. */
  readonly element: number | 'all';
  /** The window along the axis. */
  readonly low: number;
  readonly high: number;
  /** Values of every input, element by element; those of the axis hold where it does not move. */
  readonly values: Readonly<Record<string, readonly number[]>>;
  /** Formats drawn beside exact arithmetic. */
  readonly formats: readonly FormatName[];
  /** Ends of a chord along the axis, to compare the curve with; null for none. */
  readonly chord: readonly [from: number, to: number] | null;
  readonly second: boolean;
  readonly logX: boolean;
  readonly logY: boolean;
}

/** A view of a drawing along its first axis, all elements together; null when it has no input to move. */
export function plainView(drawing: Drawing): View | null {
  const axis = axesOf(drawing)[0];
  if (!axis) return null;
  const values = Object.fromEntries(drawing.inputs.map((input) => [input.name, input.initial]));
  return {
    ...alongAxis(axis),
    values,
    formats: drawing.arithmetic.format === 'float64' ? [] : [drawing.arithmetic.format],
    second: false,
    logX: false,
    logY: false,
  };
}

/** Inputs that can be the axis: what the verdicts speak about first, then every other that is not a finite set. */
export function axesOf({ inputs, variables }: Drawing): DrawingInput[] {
  const rank = (input: DrawingInput): number => (variables.includes(input.name) ? variables.indexOf(input.name) : variables.length);
  return inputs.filter((input) => input.choices === null && !input.integer && input.initial.length > 0).sort((a, b) => rank(a) - rank(b));
}

/** The part of a view that belongs to its axis. */
export function alongAxis(axis: DrawingInput): Pick<View, 'axis' | 'measure' | 'element' | 'low' | 'high' | 'chord'> {
  return { chord: null, axis: axis.name, measure: { kind: 'itself' }, element: 'all', low: axis.low, high: axis.high };
}

/** Values of the axis input when the axis stands at `x`. */
export function movedTo(x: number, { element, axis, measure, values }: View): number[] {
  return (values[axis] ?? []).map((value, index) => (element === 'all' || element === index ? placed(x, index, measure, values) : value));
}

/** How fast the input moves with the axis. */
export function stretchAt(x: number, { measure }: View): number {
  if (measure.kind !== 'logit') return 1;
  const p = sigmoid(x);
  return p * sigmoid(-x);
}

/** Where a value of the input stands on the axis. */
export function axisValue(value: number, index: number, { measure, values }: View): number {
  if (measure.kind === 'logit') return Math.log(value / (1 - value));
  return measure.kind === 'residual' ? value - (values[measure.from]?.[index] ?? 0) : value;
}

function placed(x: number, index: number, measure: Measure, values: View['values']): number {
  if (measure.kind === 'logit') return sigmoid(x);
  return measure.kind === 'residual' ? (values[measure.from]?.[index] ?? 0) + x : x;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
