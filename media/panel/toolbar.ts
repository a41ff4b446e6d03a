import type { FormatName } from '../../src/engine/numerics/format';
import type { Drawing } from '../../src/protocol/drawing';
import { alongChoice, axisChoices, axisLabel } from './axis';
import { checkBox, dropDown, element } from './dom';
import type { Say } from './strings/say';
import type { View } from './view';

const NARROWER: readonly FormatName[] = ['float32', 'bfloat16', 'float16'];

/** What is drawn against what: axis, element, formats, scales. */
export function toolbar(drawing: Drawing, view: View, say: Say, change: (part: Partial<View>) => void, restore: () => void): HTMLElement {
  const axes = axisChoices(drawing);
  const count = view.values[view.axis]?.length ?? 1;
  const toggleFormat = (format: FormatName, on: boolean): void =>
    change({ formats: NARROWER.filter((known) => (known === format ? on : view.formats.includes(known))) });
  const reset = element('button', { type: 'button', className: 'secondary', textContent: say('reset'), title: say('reset.hint') });
  reset.addEventListener('click', restore);
  return element(
    'div',
    { className: 'toolbar' },
    dropDown(
      say('against'),
      axes.map(({ label }) => [label, label] as const),
      axisLabel(view),
      (label) => change(axisPart(drawing, label)),
    ),
    count > 1 ? elementChoice(view, count, say, change) : null,
    ...NARROWER.map((format) => checkBox(format, view.formats.includes(format), (on) => toggleFormat(format, on))),
    checkBox(say('second'), view.second, (second) => change({ second })),
    checkBox(say('log.x', { axis: axisLabel(view) }), view.logX, (logX) => change({ logX })),
    checkBox(say('log.y'), view.logY, (logY) => change({ logY })),
    reset,
  );
}

function axisPart(drawing: Drawing, label: string): Partial<View> {
  const choice = axisChoices(drawing).find((one) => one.label === label);
  return choice ? alongChoice(choice, drawing) : {};
}

function elementChoice(view: View, count: number, say: Say, change: (part: Partial<View>) => void): HTMLElement {
  const ones = Array.from({ length: count }, (_, i) => [String(i), say('element.one', { index: i + 1, count })] as const);
  const chosen = String(view.element);
  return dropDown(say('element'), [['all', say('element.all')], ...ones], chosen, (value) =>
    change({ element: value === 'all' ? 'all' : Number(value) }),
  );
}
