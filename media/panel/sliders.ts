import type { Drawing, DrawingInput } from '../../src/protocol/drawing';
import { dropDown, element } from './dom';
import { numberText } from './number-text';
import type { Say } from './strings/say';
import type { View } from './view';

const STEPS = 1000;

/** Controls for the inputs that are held: a slider over the window of a real one, a list of the values of a finite set. */
export function sliders(drawing: Drawing, view: View, say: Say, change: (name: string, value: number) => void): HTMLElement {
  const held = drawing.inputs.filter(
    (input) => input.initial.length > 0 && !input.bound && (input.name !== view.axis || view.element !== 'all'),
  );
  const rows = held.map((input) => control(input, labelOf(input, view, say), valueOf(input, view), change));
  return element(
    'fieldset',
    { className: 'sliders', hidden: rows.length === 0 },
    element('legend', { textContent: say('fixed') }),
    ...rows,
  );
}

/** The value shown for an input: that of its first element that is held. */
function valueOf({ name, initial }: DrawingInput, { values, axis, element: moved }: View): number {
  const first = name === axis && moved === 0 ? 1 : 0;
  return values[name]?.[first] ?? initial[first] ?? 0;
}

/** Of the axis, only the elements that do not move are held. */
function labelOf({ name }: DrawingInput, { axis }: View, say: Say): string {
  return name === axis ? say('others', { name }) : name;
}

function control(input: DrawingInput, label: string, value: number, change: (name: string, value: number) => void): HTMLElement {
  const { choices, name } = input;
  if (choices)
    return dropDown(
      label,
      choices.map((choice) => [String(choice), numberText(choice)] as const),
      String(value),
      (chosen) => change(name, Number(chosen)),
    );
  return slider(input, label, value, change);
}

function slider(
  { name, domain, low, high, integer }: DrawingInput,
  label: string,
  value: number,
  change: (name: string, value: number) => void,
): HTMLElement {
  const step = integer ? 1 : (high - low) / STEPS;
  const range = element('input', {
    type: 'range',
    min: String(low),
    max: String(high),
    step: String(step),
    value: String(value),
    aria: { label },
  });
  const output = element('output', { textContent: numberText(value) });
  range.addEventListener('input', () => {
    output.textContent = numberText(range.valueAsNumber);
    change(name, range.valueAsNumber);
  });
  return element(
    'label',
    { className: 'field slider', title: `${name} ∈ ${domain}` },
    element('span', { textContent: label }),
    range,
    output,
  );
}
