import type { Unreadable } from '../../src/engine/tape/tape';
import type { Drawing } from '../../src/protocol/drawing';
import { unpack } from '../../src/protocol/number-safe';
import type { FixedWalk, PanelContent } from '../../src/protocol/panel-messages';
import type { Range } from '../../src/engine/text/line-index';
import { CurvePage } from './curve-page';
import { element, linkButton } from './dom';
import { heading } from './heading';
import { speaker } from './strings/say';
import type { Say } from './strings/say';
import { SurfacePage } from './surface-page';
import { Tabs } from './tabs';
import { readInk } from './theme';
import type { View } from './view';
import { WalkPage } from './walk-page';

/** What the panel asks of its owner. */
export interface PanelEvents {
  reveal(place: Range): void;
  choose(loss: string): void;
  /** Another loss of the document is wanted beside this one. */
  compare(loss: string): void;
  /** The walk with a finding fixed is wanted. */
  fix(finding: string): void;
  /** A finding, or all of its loss, is to be fixed in the text. */
  apply(finding: string, all: boolean): void;
  /** A known loss is wanted beside this one. */
  compareKnown(entry: string): void;
  copyFormula(): void;
  pin(pinned: boolean): void;
  /** Something is to be saved under a name. */
  save(name: string, text: string): void;
  /** The view has changed and is worth keeping. */
  keep(view: View): void;
}

/** The page of one loss: heading, then its curves or the walk through a witness. */
export class Panel {
  private content: PanelContent | null = null;
  private drawing: Drawing | null = null;
  private pinned = false;
  private readonly notice = element('p', { className: 'notice', role: 'status' });
  private readonly heading = element('div');
  private readonly obstacles = element('section', { className: 'obstacles' });
  private readonly curves: CurvePage;
  private readonly walk: WalkPage;
  private readonly surface = new SurfacePage();
  private readonly tabs: Tabs;

  constructor(
    home: HTMLElement,
    private readonly events: PanelEvents,
  ) {
    this.curves = new CurvePage({
      reveal: events.reveal,
      keep: events.keep,
      compare: events.compare,
      compareKnown: events.compareKnown,
      save: events.save,
      stopped: (by) => this.explain(by),
    });
    this.walk = new WalkPage(events);
    this.tabs = new Tabs(
      [
        ['tab.curve', this.curves.home],
        ['tab.surface', this.surface.home],
        ['tab.walk', this.walk.home],
      ],
      (name) => name === 'tab.surface' && this.surface.draw(),
    );
    home.append(this.notice, this.heading, this.obstacles, this.tabs.home);
  }

  /** Shows a loss; choices of the reader stay where the new drawing still knows them. */
  show(content: PanelContent, stored: View | null): void {
    this.content = content;
    this.drawing = content.drawing === null ? null : (unpack(content.drawing) as Drawing);
    this.restyle();
    const say = speaker(content.locale);
    this.tabs.home.hidden = this.drawing === null;
    if (!this.drawing) return this.explain(null);
    const { loss: name, losses: names, known } = content;
    const saturates = content.verdicts.some(({ question }) => question === 'saturation');
    this.curves.show({ drawing: this.drawing, name, names, known, saturates, say }, stored);
    this.surface.show(this.drawing, say);
    this.walk.show(this.drawing, content, say);
  }

  /** Draws another loss beside this one. */
  compare(loss: string, drawing: string | null): void {
    if (drawing !== null) this.curves.compare(loss, unpack(drawing) as Drawing);
  }

  /** Turns to the walk through the witness of a finding. */
  turnToWalk(finding: string): void {
    this.tabs.choose('tab.walk');
    this.walk.choose(finding);
  }

  /** Takes the loss as the fixes of a finding leave it. */
  fixed(finding: string, walks: readonly FixedWalk[]): void {
    this.walk.fixed(finding, walks);
  }

  /** Marks what is shown as old, or says that there is nothing yet. */
  stale(): void {
    this.notice.textContent = speaker(this.content?.locale ?? 'en')(this.content ? 'stale' : 'waiting');
  }

  /** Takes the colours of a new theme. */
  recolor(): void {
    this.restyle();
    if (this.drawing) this.curves.rebuild();
  }

  private restyle(): void {
    if (!this.content) return;
    const say = speaker(this.content.locale);
    this.notice.textContent = '';
    this.obstacles.replaceChildren();
    this.tabs.name(say);
    const { choose, copyFormula } = this.events;
    const pin = (pinned: boolean): void => this.pin(pinned);
    this.heading.replaceChildren(heading(this.content, readInk(), say, { choose, copyFormula, pin, pinned: this.pinned }));
  }

  private pin(pinned: boolean): void {
    this.pinned = pinned;
    this.events.pin(pinned);
  }

  /** Why there is no curve: the constructs that were not read, else the one that the run met, else that nothing can be moved. */
  private explain(stop: Unreadable | null): void {
    if (!this.content) return;
    const say = speaker(this.content.locale);
    this.tabs.home.hidden = true;
    const reasons = this.reasons(stop, say);
    const items = reasons.map(({ text, place }) =>
      element('li', {}, place ? linkButton(text, say('reveal'), () => this.events.reveal(place)) : text),
    );
    this.obstacles.replaceChildren(element('h2', { textContent: say('not-drawn') }), element('ul', {}, ...items));
  }

  private reasons(stop: Unreadable | null, say: Say): { readonly text: string; readonly place: Range | null }[] {
    const unread = (this.content?.obstacles ?? []).map(({ line, what, why }) => {
      const start = { line, character: 0 };
      return { text: say('not-drawn.line', { line: line + 1, what, why }), place: { start, end: start } };
    });
    if (unread.length > 0) return unread;
    if (stop) return [{ text: stop.what, place: this.drawing?.places[stop.slot] ?? null }];
    return [{ text: say('not-drawn.no-input'), place: null }];
  }
}
