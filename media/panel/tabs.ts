import { element } from './dom';
import type { StringId } from './strings/en';
import type { Say } from './strings/say';

/** Pages of which one is shown, with a row of tabs that arrow keys move along. */
export class Tabs {
  readonly home = element('div', { className: 'tabs' });
  private readonly buttons: readonly HTMLButtonElement[];

  constructor(
    private readonly pages: readonly (readonly [name: StringId, page: HTMLElement])[],
    private readonly turned: (name: StringId) => void,
  ) {
    this.buttons = pages.map(([name]) => {
      const button = element('button', { type: 'button', role: 'tab', className: 'tab' });
      button.addEventListener('click', () => this.choose(name));
      return button;
    });
    const row = element('div', { className: 'tab-row', role: 'tablist' }, ...this.buttons);
    row.addEventListener('keydown', ({ key }) => this.move(key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0));
    for (const [, page] of pages) page.role = 'tabpanel';
    this.home.append(row, ...pages.map(([, page]) => page));
    if (pages[0]) this.choose(pages[0][0]);
  }

  /** Names the tabs in the reader's language. */
  name(say: Say): void {
    this.buttons.forEach((button, i) => (button.textContent = say(this.pages[i]?.[0] ?? 'tab.curve')));
  }

  /** Shows a page. */
  choose(name: StringId): void {
    this.pages.forEach(([id, page], i) => {
      const chosen = id === name;
      page.hidden = !chosen;
      this.buttons[i]?.setAttribute('aria-selected', String(chosen));
      if (this.buttons[i]) this.buttons[i].tabIndex = chosen ? 0 : -1;
    });
    this.turned(name);
  }

  private move(step: number): void {
    const now = this.buttons.findIndex((button) => button === document.activeElement);
    const next = this.pages[(now + step + this.pages.length) % this.pages.length];
    if (step === 0 || now < 0 || !next) return;
    this.choose(next[0]);
    this.buttons[this.pages.indexOf(next)]?.focus();
  }
}
