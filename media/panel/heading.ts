import type { PanelContent, Picture } from '../../src/protocol/panel-messages';
import { checkBox, dropDown, element } from './dom';
import type { Say } from './strings/say';
import type { Ink } from './ink';

/** What is chosen in the heading. */
export interface HeadingEvents {
  choose(loss: string): void;
  copyFormula(): void;
  pin(pinned: boolean): void;
  readonly pinned: boolean;
}

/** Which loss, its formula and gradient, its verdicts. */
export function heading(content: PanelContent, ink: Ink, say: Say, events: HeadingEvents): HTMLElement {
  const { loss, losses, file, formula, gradient, second, verdicts } = content;
  const lines = verdicts.map(({ answer, evidence, mood }) =>
    element(
      'li',
      { className: mood },
      element('span', { className: `mood ${mood}`, aria: { hidden: 'true' } }),
      element('span', {}, element('strong', { textContent: answer }), evidence ? ` ${evidence}` : null),
    ),
  );
  return element(
    'header',
    {},
    element(
      'div',
      { className: 'title' },
      dropDown(
        say('loss'),
        losses.map((name) => [name, name] as const),
        loss,
        events.choose,
      ),
      element('span', { className: 'file', textContent: file }),
      formula ? copyButton(say, events) : null,
      pinBox(say, events),
    ),
    formula ? picture(formula, '', ink) : null,
    gradient ? picture(gradient, `∂/∂${gradient.variable}`, ink) : null,
    gradient && second && second.text !== '0' ? picture(second, `∂²/∂${gradient.variable}²`, ink) : null,
    element('ul', { className: 'verdicts' }, ...lines),
  );
}

/** Share of its size to which a formula is made smaller. */
const SMALLEST = 0.65;

/** A typeset formula in the colour of the text, or its text where it was not typeset. */
function picture({ svg, text }: Picture, label: string, { text: color }: Ink): HTMLElement {
  const shown = svg ? imageOf(svg.replaceAll('currentColor', color), text) : element('code', { textContent: text });
  return element('p', { className: 'formula' }, label ? element('span', { className: 'label', textContent: label }) : null, shown);
}

/** A picture that is made smaller where it is too wide, as far as it can still be read. */
function imageOf(svg: string, alt: string): HTMLElement {
  const image = element('img', { alt, src: `data:image/svg+xml,${encodeURIComponent(svg)}` });
  const [, width] = /^<svg[^>]*? width="([\d.]+)/.exec(svg) ?? [];
  image.style.minWidth = `${SMALLEST * Number(width ?? 0)}px`;
  return image;
}

function copyButton(say: Say, { copyFormula }: HeadingEvents): HTMLElement {
  const button = element('button', { type: 'button', className: 'secondary', textContent: say('copy') });
  button.addEventListener('click', copyFormula);
  return button;
}

function pinBox(say: Say, { pinned, pin }: HeadingEvents): HTMLElement {
  const box = checkBox(say('pin'), pinned, pin);
  box.title = say('pin.hint');
  return box;
}
