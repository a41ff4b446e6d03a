import type { Drawing } from '../../src/protocol/drawing';
import type { PanelContent } from '../../src/protocol/panel-messages';
import { element } from './dom';
import { excerpt } from './excerpt';
import { numbersText } from './numbers-text';
import type { Say } from './strings/say';
import type { Step } from './walk';

/** Links that are shown before the rest is left out: where something breaks the way there matters, where nothing does both ends. */
const MOST_LINKS = { bad: 6, good: 4 } as const;

/** How a story is told: what it is called, and what can be done with it. */
export interface Telling {
  readonly title: string;
  readonly chosen: boolean;
  /** Shows this walk below; null where there is no other. */
  readonly choose: (() => void) | null;
  /** Makes the fix in the text; null for the loss as it is written. */
  readonly apply: (() => void) | null;
}

/** How it comes about, in one row: from an input to the operation that goes wrong, and the gradient that the input gets; green where nothing does. */
export function story(steps: readonly Step[], drawing: Drawing, code: PanelContent['code'], say: Say, telling: Telling): HTMLElement {
  const broken = steps.find(({ breaks }) => breaks === 'forward') ?? steps.find(({ breaks }) => breaks !== null);
  const isFlat = !broken && learnsNothing(steps);
  const links = linksOf(steps, drawing, code, broken, say);
  return element(
    'section',
    { className: `story ${broken ? 'bad' : isFlat ? 'flat' : 'good'}${telling.chosen ? ' chosen' : ''}` },
    element('div', { className: 'story-head' }, titleOf(telling), applyButton(telling, say)),
    element('p', { className: 'chain' }, ...links),
    element('p', { className: 'verdict', textContent: isFlat ? say('walk.flat') : verdictOf(steps, broken, code, say) }),
  );
}

/** Whether every input that has a gradient gets a gradient of exactly 0. */
function learnsNothing(steps: readonly Step[]): boolean {
  const gradients = steps.flatMap(({ name, gradient }) => (name !== null && gradient ? gradient : []));
  return gradients.length > 0 && gradients.every((x) => x === 0);
}

function titleOf({ title, chosen, choose }: Telling): HTMLElement {
  const sign = element('span', { className: 'sign', aria: { hidden: 'true' } });
  if (!choose) return element('strong', { className: 'story-title' }, sign, title);
  const button = element(
    'button',
    { type: 'button', className: 'story-title', role: 'radio', aria: { checked: String(chosen) } },
    sign,
    title,
  );
  button.addEventListener('click', choose);
  return button;
}

function applyButton({ apply }: Telling, say: Say): HTMLElement | null {
  if (!apply) return null;
  const button = element('button', { type: 'button', className: 'primary', textContent: say('walk.apply') });
  button.addEventListener('click', apply);
  return button;
}

/** The way from the input to the operation that breaks, or to the result; last the gradient that comes back to the input. */
function linksOf(steps: readonly Step[], drawing: Drawing, code: PanelContent['code'], broken: Step | undefined, say: Say): HTMLElement[] {
  const root = drawing.tape.roots[0];
  const end = broken ?? steps.find(({ slot }) => slot === root) ?? steps.at(-1);
  const way = (end?.way ?? []).flatMap((slot) => steps.find((step) => step.slot === slot) ?? []);
  const most = MOST_LINKS[broken ? 'bad' : 'good'];
  const shown = way.length > most ? [...way.slice(0, 2), null, ...way.slice(3 - most)] : way;
  const links = shown.map((step) =>
    step
      ? link(step.slot === root ? say('value') : excerpt(step, code), numbersText(step.value), step === broken)
      : element('span', { className: 'link-chip skipped', textContent: '···' }),
  );
  const [input] = way;
  if (!input?.gradient) return links;
  const gradient = input.gradient;
  return [
    ...links,
    link(
      `∂${excerpt(input, code)}`,
      numbersText(gradient),
      gradient.some((x) => !Number.isFinite(x)),
      'back',
    ),
  ];
}

function link(code: string, value: string, broken: boolean, kind = ''): HTMLElement {
  return element(
    'span',
    { className: `link-chip ${kind}${broken ? ' broken' : ''}` },
    element('code', { textContent: code, title: code }),
    value === '' ? null : element('span', { className: 'chip-value', textContent: value }),
  );
}

function verdictOf(steps: readonly Step[], broken: Step | undefined, code: PanelContent['code'], say: Say): string {
  if (!broken) return say(steps.length > 0 ? 'walk.healthy' : 'summary.nothing');
  const slots = { code: excerpt(broken, code), value: numbersText(broken.value), exact: numbersText(broken.exact) };
  return say(
    broken.breaks === 'forward' ? 'walk.story-forward' : broken.breaks === 'backward' ? 'walk.story-backward' : 'walk.story-precision',
    slots,
  );
}
