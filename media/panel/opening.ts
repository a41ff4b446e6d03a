import { Unreadable } from '../../src/engine/tape/tape';
import type { Drawing, DrawingInput } from '../../src/protocol/drawing';
import { axisChoices, axisLabel } from './axis';
import { Probe } from './probe';
import { plainView } from './view';
import type { View } from './view';

const SHARES = [0, 0.23, 0.5, 0.71, 1];

/**
 * The view a drawing opens with; null when it has no input to move. Where moving all elements together changes nothing, as with
 * a softmax, the first element alone is moved, and targets become one-hot, its class being the true one.
 */
export function openingView(drawing: Drawing): View | null {
  const view = plainView(drawing);
  if (!view || (view.values[view.axis]?.length ?? 0) < 2 || !isFlat(drawing, view)) return view;
  const labels = drawing.inputs.filter(
    (input) => input.name !== view.axis && input.least >= 0 && input.most <= 1 && input.initial.length > 1,
  );
  const values = Object.fromEntries(labels.map((input) => [input.name, oneHot(drawing, input)]));
  return { ...view, element: 0, values: { ...view.values, ...values } };
}

/** The view after the text has changed: choices stay as far as the new drawing knows what they speak of. */
export function keptView(view: View, before: Drawing, drawing: Drawing): View | null {
  const fresh = openingView(drawing);
  const axis = drawing.inputs.find(({ name }) => name === view.axis);
  if (!fresh || !axis || !sameInput(axis, before)) return fresh;
  const { measure = fresh.measure } = view as Partial<View>;
  if (!axisChoices(drawing).some((choice) => choice.input === view.axis && choice.label === axisLabel({ axis: view.axis, measure })))
    return fresh;
  const values = Object.fromEntries(
    drawing.inputs.map((input) => [input.name, sameInput(input, before) ? (view.values[input.name] ?? input.initial) : input.initial]),
  );
  return { ...fresh, ...view, measure, values };
}

function isFlat(drawing: Drawing, view: View): boolean {
  try {
    const probe = new Probe(drawing, view, 'float64');
    const slopes = SHARES.map((share) => probe.read(view.low + (view.high - view.low) * share).slope);
    return slopes.every((slope) => Math.abs(slope) < 1e-9);
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

/** The first class of each row. */
function oneHot({ tape }: Drawing, { name, initial }: DrawingInput): number[] {
  const classes = tape.slots[tape.inputs[name] ?? 0]?.shape.at(-1) ?? 1;
  return initial.map((_, i) => Number(i % classes === 0));
}

function sameInput(input: DrawingInput, before: Drawing): boolean {
  const old = before.inputs.find(({ name }) => name === input.name);
  return old !== undefined && old.domain === input.domain && old.initial.length === input.initial.length;
}
