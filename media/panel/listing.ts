import type { Range } from '../../src/engine/text/line-index';
import type { PanelContent } from '../../src/protocol/panel-messages';
import { element, linkButton } from './dom';
import { excerpt } from './excerpt';
import { heatLine, levelOf } from './heat-line';
import { numberText } from './number-text';
import { numbersText } from './numbers-text';
import type { StringId } from './strings/en';
import type { Say } from './strings/say';
import type { Break, Step } from './walk';

type Code = PanelContent['code'];
type Reveal = ((place: Range) => void) | null;

const BADGES: Readonly<Record<Break, StringId>> = {
  forward: 'walk.breaks',
  backward: 'walk.breaks-back',
  precision: 'walk.breaks-precision',
};

/** An error of this size is worth a word. */
const TOLD = 1e-3;

/** The code of a loss, under each line what its operations gave and what came back. `reveal` is null where the text has no such code. */
export function listing(steps: readonly Step[], code: Code, say: Say, reveal: Reveal): HTMLElement {
  const rows = code.lines.flatMap((line, i) => {
    const number = code.first + i;
    const own = steps.filter(({ place }) => (place ? place.start.line : code.first) === number);
    return [codeRow(number, line, steps), ...own.map((step) => stepRow(step, code, say, reveal))];
  });
  const titles = [
    element('th', { scope: 'col' }),
    element('th', { scope: 'col' }),
    element('th', { scope: 'col', className: 'forward' }, say('walk.value'), arrow('right')),
    element('th', { scope: 'col', className: 'backward' }, arrow('left'), say('walk.gradient')),
  ];
  const table = element(
    'table',
    { className: 'listing' },
    element('thead', {}, element('tr', {}, ...titles)),
    element('tbody', {}, ...rows),
  );
  return element('div', { className: 'scroll' }, table);
}

function codeRow(number: number, line: string, steps: readonly Step[]): HTMLElement {
  return element(
    'tr',
    { className: 'source' },
    element('td', { className: 'number', textContent: String(number + 1) }),
    element('td', { colSpan: 3, className: 'code' }, ...heatLine(line, number, steps)),
  );
}

function stepRow(step: Step, code: Code, say: Say, reveal: Reveal): HTMLElement {
  const { value, gradient, breaks, place } = step;
  const text = excerpt(step, code);
  return element(
    'tr',
    { className: `step${breaks ? ` broken ${breaks}` : ''}` },
    element('td', {}),
    element(
      'td',
      { className: 'code' },
      place && reveal ? linkButton(text, say('reveal'), () => reveal(place)) : element('span', { textContent: text }),
      breaks ? element('span', { className: 'badge', textContent: say(BADGES[breaks]) }) : null,
      heat(step, say),
    ),
    element('td', { className: `forward${bad(value)}`, title: value.map(numberText).join(', ') }, numbersText(value)),
    element(
      'td',
      { className: `backward${bad(gradient)}`, title: (gradient ?? []).map(numberText).join(', ') },
      gradient ? numbersText(gradient) : '',
    ),
  );
}

function heat(step: Step, say: Say): HTMLElement | null {
  const { error } = step;
  if (!(error > TOLD) || !Number.isFinite(error)) return null;
  const share = error > 1 ? say('walk.error-times', { times: numberText(error) }) : say('walk.error', { error: percent(error) });
  return element('span', { className: `heat heat-${levelOf(step)}`, textContent: share });
}

function bad(values: readonly number[] | null): string {
  return values?.some((x) => !Number.isFinite(x)) ? ' bad' : '';
}

function arrow(side: 'left' | 'right'): HTMLElement {
  return element('span', { className: `arrow ${side}`, aria: { hidden: 'true' } });
}

function percent(error: number): string {
  return `${numberText(error * 100)} %`;
}
