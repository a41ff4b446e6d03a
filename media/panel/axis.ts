import type { Drawing, DrawingInput } from '../../src/protocol/drawing';
import { alongAxis, axesOf } from './view';
import type { Measure, View } from './view';

/** Something that a loss can be drawn against: an input as it is, its distance from a target, or the logit of a probability. */
export interface AxisChoice {
  readonly label: string;
  readonly input: string;
  readonly measure: Measure;
  readonly low: number;
  readonly high: number;
}

/** Logits are shown this far on either side of zero. */
const LOGITS = 10;
const ITSELF = { kind: 'itself' } as const;

/** Every axis that a drawing offers: inputs as they are first, then residuals and logits of what the verdicts speak about. */
export function axisChoices(drawing: Drawing): AxisChoice[] {
  const axes = axesOf(drawing);
  const plain = axes.map(({ name, low, high }) => ({ label: name, input: name, measure: ITSELF, low, high }));
  const studied = axes.filter(({ name }) => drawing.variables.includes(name));
  return [...plain, ...studied.flatMap((input) => [...residuals(input, drawing), ...logits(input)])];
}

/** What a view is drawn against, in words. */
export function axisLabel({ axis, measure }: Pick<View, 'axis' | 'measure'>): string {
  return labelOf(axis, measure);
}

/** The part of a view that belongs to a choice. */
export function alongChoice(choice: AxisChoice, drawing: Drawing): Partial<View> {
  const input = axesOf(drawing).find(({ name }) => name === choice.input);
  return input ? { ...alongAxis(input), measure: choice.measure, low: choice.low, high: choice.high } : {};
}

function residuals(input: DrawingInput, { inputs, variables }: Drawing): AxisChoice[] {
  if (!isReal(input)) return [];
  const targets = inputs.filter(
    (other) => !variables.includes(other.name) && isReal(other) && other.initial.length === input.initial.length && !other.integer,
  );
  return targets.slice(0, 1).map(({ name }) => ({ ...choice(input, { kind: 'residual', from: name }), low: input.low, high: input.high }));
}

function logits(input: DrawingInput): AxisChoice[] {
  const isProbability = input.least === 0 && input.most === 1 && !input.bound;
  return isProbability ? [{ ...choice(input, { kind: 'logit' }), low: -LOGITS, high: LOGITS }] : [];
}

function choice({ name }: DrawingInput, measure: Measure): Pick<AxisChoice, 'label' | 'input' | 'measure'> {
  return { label: labelOf(name, measure), input: name, measure };
}

function labelOf(name: string, measure: Measure): string {
  if (measure.kind === 'residual') return `${name} − ${measure.from}`;
  return measure.kind === 'logit' ? `logit(${name})` : name;
}

function isReal({ least, most }: DrawingInput): boolean {
  return least === -Infinity && most === Infinity;
}
