import { Unreadable } from '../../src/engine/tape/tape';
import type { Drawing } from '../../src/protocol/drawing';
import { unpack } from '../../src/protocol/number-safe';
import type { PanelContent } from '../../src/protocol/panel-messages';
import type { Range } from '../../src/engine/text/line-index';
import { Curves } from './curves';
import { element } from './dom';
import { heading } from './heading';
import { sample } from './sample';
import type { Sample } from './sample';
import { gapText, markText, summaryText } from './sentences';
import { sliders } from './sliders';
import { speaker } from './strings/say';
import type { Say } from './strings/say';
import { valueTable } from './table';
import { readInk } from './theme';
import { toolbar } from './toolbar';
import { keptView, openingView } from './view';
import type { View } from './view';

/** What the panel asks of its owner. */
export interface PanelEvents {
  reveal(place: Range): void;
  choose(loss: string): void;
  pin(pinned: boolean): void;
  /** The view has changed and is worth keeping. */
  keep(view: View): void;
}

/** The page of one loss: heading, curves, controls, points, table. */
export class Panel {
  private content: PanelContent | null = null;
  private drawing: Drawing | null = null;
  private view: View | null = null;
  private frame = 0;
  private pinned = false;
  private readonly parts = {
    notice: element('p', { className: 'notice', role: 'status' }),
    heading: element('div'),
    curves: element('section', { className: 'curves' }),
    controls: element('section', { className: 'controls' }),
    points: element('section', { className: 'points' }),
    table: element('section', { className: 'values' }),
  };
  private readonly curves: Curves;

  constructor(
    home: HTMLElement,
    private readonly events: PanelEvents,
  ) {
    home.append(...Object.values(this.parts));
    this.curves = new Curves(this.parts.curves, {
      select: (low, high) => this.change({ low, high }),
      choose: ({ place }) => place && events.reveal(place),
    });
  }

  /** Shows a loss; choices of the reader stay where the new drawing still knows them. */
  show(content: PanelContent, stored: View | null): void {
    const before = this.content?.loss === content.loss ? this.drawing : null;
    const drawing = content.drawing === null ? null : (unpack(content.drawing) as Drawing);
    const kept = before ? this.view : stored;
    this.view = drawing && (kept ? keptView(kept, before ?? drawing, drawing) : openingView(drawing));
    this.content = content;
    this.drawing = drawing;
    this.rebuild();
  }

  /** Marks what is shown as old, or says that there is nothing yet. */
  stale(): void {
    this.parts.notice.textContent = speaker(this.content?.locale ?? 'en')(this.content ? 'stale' : 'waiting');
  }

  /** Draws everything anew, as after a change of theme. */
  rebuild(): void {
    const { content, drawing, view, parts } = this;
    if (!content) return;
    const say = speaker(content.locale);
    parts.notice.textContent = '';
    parts.heading.replaceChildren(
      heading(content, readInk(), say, { choose: this.events.choose, pin: (pinned) => this.pin(pinned), pinned: this.pinned }),
    );
    const drawn = drawing !== null && view !== null;
    parts.controls.replaceChildren(...(drawn ? this.controls(drawing, view, say) : []));
    for (const part of [parts.curves, parts.controls, parts.table]) part.hidden = !drawn;
    if (drawn) this.draw();
    else this.explain(content, say, null);
  }

  private pin(pinned: boolean): void {
    this.pinned = pinned;
    this.events.pin(pinned);
  }

  private controls(drawing: Drawing, view: View, say: Say): HTMLElement[] {
    const hold = (name: string, value: number): void => {
      if (!this.view) return;
      const values = { ...this.view.values, [name]: (this.view.values[name] ?? []).map(() => value) };
      this.view = { ...this.view, values };
      this.soon();
    };
    return [toolbar(drawing, view, say, (part) => this.change(part)), sliders(drawing, view, say, hold)];
  }

  private change(part: Partial<View>): void {
    if (!this.view) return;
    this.view = { ...this.view, ...part };
    this.events.keep(this.view);
    this.rebuild();
  }

  /** One drawing a frame, however many events a slider sends. */
  private soon(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.draw();
      if (this.view) this.events.keep(this.view);
    });
  }

  private draw(): void {
    const { content, drawing, view, parts } = this;
    if (!content || !drawing || !view) return;
    const say = speaker(content.locale);
    const result = sample(drawing, view);
    const failed = result instanceof Unreadable;
    for (const part of [parts.curves, parts.table]) part.hidden = failed;
    if (failed) return this.explain(content, say, result);
    this.curves.draw(result, view, summaryText(result, content.loss, view.axis, say), say);
    parts.points.replaceChildren(...this.pointList(result, view, say));
    parts.table.replaceChildren(valueTable(result, view.axis, say));
  }

  private pointList({ marks, gaps }: Sample, { axis }: View, say: Say): HTMLElement[] {
    const rows = [
      ...marks.map((mark) => ({ kind: mark.kind as string, text: markText(mark, axis, say), place: mark.place })),
      ...gaps.map((gap) => ({ kind: 'gap', text: gapText(gap, axis, say), place: gap.place })),
    ];
    if (rows.length === 0) return [];
    const items = rows.map(({ kind, text, place }) => element('li', { className: kind }, place ? this.link(text, place, say) : text));
    return [element('h2', { textContent: say('points') }), element('ul', {}, ...items)];
  }

  private link(text: string, place: Range, say: Say): HTMLElement {
    const button = element('button', { type: 'button', className: 'link', textContent: text, title: say('reveal') });
    button.addEventListener('click', () => this.events.reveal(place));
    return button;
  }

  /** Why there is no curve. */
  private explain({ obstacles }: PanelContent, say: Say, stop: Unreadable | null): void {
    const place = stop && (this.drawing?.places[stop.slot] ?? null);
    const items = obstacles.map(({ line, what, why }) => {
      const start = { line, character: 0 };
      return element('li', {}, this.link(say('not-drawn.line', { line: line + 1, what, why }), { start, end: start }, say));
    });
    const stopped = stop && items.length === 0 ? [element('li', {}, place ? this.link(stop.what, place, say) : stop.what)] : [];
    const missing = !stop && items.length === 0 ? [element('li', { textContent: say('not-drawn.no-input') })] : [];
    this.parts.points.replaceChildren(
      element('h2', { textContent: say('not-drawn') }),
      element('ul', {}, ...items, ...stopped, ...missing),
    );
  }
}
