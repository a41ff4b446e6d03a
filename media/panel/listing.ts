import type { Range } from '../../src/engine/text/line-index';
import type { Drawing } from '../../src/protocol/drawing';
import type { PanelContent } from '../../src/protocol/panel-messages';
import { element, linkButton } from './dom';
import { numberText } from './number-text';
import type { Say } from './strings/say';
import { lineage } from './walk';
import type { Step } from './walk';

type Code = PanelContent['code'];

const MOST_RUNS = 3;
const MOST_LINKS = 6;

/** The code of a loss, under each line what its operations gave and what came back. */
export function listing(steps: readonly Step[], drawing: Drawing, code: Code, say: Say, reveal: (place: Range) => void): HTMLElement {
  const rows = code.lines.flatMap((line, i) => {
    const number = code.first + i;
    const own = steps.filter(({ place }) => (place ? place.start.line : code.first) === number);
    return [codeRow(number, line), ...own.map((step) => stepRow(step, code, say, reveal))];
  });
  const titles = ['', '', say('walk.value'), say('walk.gradient')].map((title) => element('th', { scope: 'col', textContent: title }));
  const table = element(
    'table',
    { className: 'listing' },
    element('thead', {}, element('tr', {}, ...titles)),
    element('tbody', {}, ...rows),
  );
  return element(
    'div',
    { className: 'scroll' },
    element('p', { className: 'chain', textContent: chain(steps, drawing, code, say) }),
    table,
  );
}

function codeRow(number: number, line: string): HTMLElement {
  const text = element('td', { colSpan: 3, className: 'code', textContent: line });
  return element('tr', { className: 'source' }, element('td', { className: 'number', textContent: String(number + 1) }), text);
}

function stepRow(step: Step, code: Code, say: Say, reveal: (place: Range) => void): HTMLElement {
  const { value, gradient, breaks, error, place } = step;
  const badge = breaks
    ? element('span', { className: 'badge', textContent: say(breaks === 'forward' ? 'walk.breaks' : 'walk.breaks-back') })
    : null;
  const heat =
    error > 1e-3 && Number.isFinite(error)
      ? element('span', { className: 'heat', textContent: say('walk.error', { error: percent(error) }) })
      : null;
  return element(
    'tr',
    { className: breaks ? 'step broken' : 'step' },
    element('td', {}),
    element(
      'td',
      { className: 'code' },
      place ? linkButton(excerpt(step, code), say('reveal'), () => reveal(place)) : excerpt(step, code),
      badge,
      heat,
    ),
    element('td', { className: 'forward', textContent: `→ ${numbersText(value)}` }),
    element('td', { className: 'backward', textContent: gradient ? `← ${numbersText(gradient)}` : '' }),
  );
}

/** The name of an input, or the code of one operation, cut where it leaves its line. */
function excerpt({ place, op, name }: Step, { first, lines }: Code): string {
  const line = place ? lines[place.start.line - first] : undefined;
  if (name !== null || !place || line === undefined) return name ?? op;
  const whole = place.end.line === place.start.line;
  return whole ? line.slice(place.start.character, place.end.character) : `${line.slice(place.start.character)} …`;
}

/** How it comes about, in one line: from an input to the first operation that goes wrong, and the gradient that the input gets. */
function chain(steps: readonly Step[], drawing: Drawing, code: Code, say: Say): string {
  const broken = steps.find(({ breaks }) => breaks !== null);
  if (!broken) return say('walk.healthy');
  const way = lineage(drawing, broken.slot).flatMap((slot) => steps.find((step) => step.slot === slot) ?? []);
  const links = way.map((step) => `${excerpt(step, code)} = ${numbersText(step.value)}`);
  const shown = links.length > MOST_LINKS ? [...links.slice(0, 2), '…', ...links.slice(3 - MOST_LINKS)] : links;
  const [input] = way;
  const end = input?.gradient ? ` ⇒ ∂${excerpt(input, code)} = ${numbersText(input.gradient)}` : '';
  return `${shown.join(' → ')}${end}`;
}

/** Elements between brackets, runs of equal ones counted: `[7, 0.5 ×3]`. */
function numbersText(values: readonly number[]): string {
  const runs: { readonly value: number; count: number }[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last && Object.is(last.value, value)) last.count += 1;
    else runs.push({ value, count: 1 });
  }
  const words = runs.map(({ value, count }) => (count > 1 && runs.length > 1 ? `${numberText(value)} ×${count}` : numberText(value)));
  if (words.length === 1) return words[0] ?? '';
  return words.length > MOST_RUNS ? `[${words.slice(0, MOST_RUNS).join(', ')}, …]` : `[${words.join(', ')}]`;
}

function percent(error: number): string {
  return `${numberText(error * 100)} %`;
}
