import type { Drawing } from '../../src/protocol/drawing';
import { Unreadable } from '../../src/engine/tape/tape';
import type { Range } from '../../src/engine/text/line-index';
import { Curves } from './curves';
import { element, linkButton } from './dom';
import { keptView, openingView } from './opening';
import { sample } from './sample';
import type { Sample } from './sample';
import { gapText, markText, summaryText } from './sentences';
import { sliders } from './sliders';
import type { Say } from './strings/say';
import { valueTable } from './table';
import { toolbar } from './toolbar';
import type { View } from './view';
import { witnessView } from './witness-view';

/** What happens on the page of curves. */
export interface CurvePageEvents {
  reveal(place: Range): void;
  /** The view has changed and is worth keeping. */
  keep(view: View): void;
  /** The loss cannot be drawn. */
  stopped(by: Unreadable | null): void;
}

/** Loss and gradient against an input, the controls of the view, what lies on the curve. */
export class CurvePage {
  readonly home = element('div', { className: 'page' });
  private shown: { readonly drawing: Drawing; readonly name: string; readonly say: Say } | null = null;
  private view: View | null = null;
  private frame = 0;
  private readonly field = element('section', { className: 'curves' });
  private readonly controls = element('section', { className: 'controls' });
  private readonly points = element('section', { className: 'points' });
  private readonly table = element('section', { className: 'values' });
  private readonly curves: Curves;

  constructor(private readonly events: CurvePageEvents) {
    this.home.append(this.field, this.controls, this.points, this.table);
    this.curves = new Curves(this.field, {
      select: (low, high) => this.change({ low, high }),
      choose: ({ place }) => place && events.reveal(place),
    });
  }

  /** Shows a drawing; what the reader chose before stays where the new drawing still knows it. */
  show(drawing: Drawing, name: string, stored: View | null, say: Say): void {
    const before = this.shown?.name === name ? this.shown.drawing : null;
    const kept = before ? this.view : stored;
    this.view = kept ? keptView(kept, before ?? drawing, drawing) : openingView(drawing);
    this.shown = { drawing, name, say };
    this.rebuild();
  }

  /** Draws controls and curves anew. */
  rebuild(): void {
    const { shown, view } = this;
    this.controls.replaceChildren();
    if (!shown || !view) return this.events.stopped(null);
    const hold = (name: string, value: number): void => this.hold(name, value);
    this.controls.append(
      toolbar(
        shown.drawing,
        view,
        shown.say,
        (part) => this.change(part),
        () => this.change(openingView(shown.drawing) ?? {}),
      ),
      sliders(shown.drawing, view, shown.say, hold),
    );
    this.draw();
  }

  private hold(name: string, value: number): void {
    if (!this.view) return;
    const values = { ...this.view.values, [name]: (this.view.values[name] ?? []).map(() => value) };
    this.view = { ...this.view, values };
    this.soon();
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
    const { shown, view } = this;
    if (!shown || !view) return;
    const { drawing, name, say } = shown;
    const result = sample(drawing, view);
    if (result instanceof Unreadable) return this.events.stopped(result);
    this.curves.draw(result, view, summaryText(result, name, view.axis, say), say);
    this.points.replaceChildren(...this.pointList(result, view, say));
    this.table.replaceChildren(valueTable(result, view.axis, say));
  }

  private pointList({ marks, gaps }: Sample, { axis }: View, say: Say): HTMLElement[] {
    const rows = [
      ...marks
        .filter(({ kind }) => kind !== 'hazard')
        .map((mark) => ({ kind: mark.kind as string, text: markText(mark, axis, say), place: mark.place })),
      ...gaps.map((gap) => ({ kind: 'gap', text: gapText(gap, axis, say), place: gap.place })),
    ];
    const items = rows.map(({ kind, text, place }) =>
      element('li', { className: kind }, place ? linkButton(text, say('reveal'), () => this.events.reveal(place)) : text),
    );
    return [...listOf(say('points'), items), ...listOf(say('witnesses'), this.witnesses())];
  }

  /** Findings with a witness, wherever it is: each can be brought onto the curve. */
  private witnesses(): HTMLElement[] {
    const { shown, view } = this;
    if (!shown || !view) return [];
    const { drawing, say } = shown;
    return drawing.hazards.map((hazard) => {
      const show = element('button', { type: 'button', className: 'secondary', textContent: say('witness.show') });
      show.addEventListener('click', () => this.change(witnessView(hazard, drawing, view)));
      return element(
        'li',
        { className: 'hazard' },
        linkButton(hazard.message, say('reveal'), () => this.events.reveal(hazard.range)),
        ' ',
        show,
      );
    });
  }
}

function listOf(title: string, items: readonly HTMLElement[]): HTMLElement[] {
  return items.length > 0 ? [element('h2', { textContent: title }), element('ul', {}, ...items)] : [];
}
