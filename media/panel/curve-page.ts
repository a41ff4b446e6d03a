import type { Drawing } from '../../src/protocol/drawing';
import { Unreadable } from '../../src/engine/tape/tape';
import type { PanelContent } from '../../src/protocol/panel-messages';
import type { Range } from '../../src/engine/text/line-index';
import { axisLabel } from './axis';
import { chordView } from './chord';
import { Curves } from './curves';
import { element, groupedDropDown, linkButton } from './dom';
import { csvOf, svgOf } from './export-text';
import { keptView, openingView } from './opening';
import type { Mark } from './marks';
import { pngOf } from './raster';
import { Pace } from './pace';
import { POINTS, sample } from './sample';
import type { Sample } from './sample';
import { gapText, markText, summaryText, zoneText } from './sentences';
import { sliders } from './sliders';
import type { Say } from './strings/say';
import { valueTable } from './table';
import { readInk } from './theme';
import { toolbar } from './toolbar';
import type { View } from './view';
import { witnessView } from './witness-view';

/** What happens on the page of curves. */
export interface CurvePageEvents {
  reveal(place: Range): void;
  /** The view has changed and is worth keeping. */
  keep(view: View): void;
  /** Another loss of the document is wanted beside this one. */
  compare(loss: string): void;
  /** A known loss is wanted beside this one. */
  compareKnown(entry: string): void;
  /** Something is to be saved under a name. */
  save(name: string, text: string): void;
  /** The loss cannot be drawn. */
  stopped(by: Unreadable | null): void;
}

/** What the page shows: a drawing, its name, and those of the losses beside it. */
interface Shown {
  readonly drawing: Drawing;
  readonly name: string;
  readonly names: readonly string[];
  readonly known: PanelContent['known'];
  /** Whether the verdicts say that it saturates: only then is a stretch without slope a complaint. */
  readonly saturates: boolean;
  readonly say: Say;
}

/** Loss and gradient against an input, the controls of the view, what lies on the curve. */
export class CurvePage {
  readonly home = element('div', { className: 'page' });
  private shown: Shown | null = null;
  private readonly compared = new Map<string, Drawing>();
  private view: View | null = null;
  private last: Sample | null = null;
  private readonly field = element('section', { className: 'curves' });
  private readonly controls = element('section', { className: 'controls' });
  private readonly points = element('section', { className: 'points' });
  private readonly table = element('section', { className: 'values' });
  private readonly curves: Curves;
  private readonly pace = new Pace(
    POINTS,
    (points) => this.drawCurves(points),
    () => this.settle(),
  );

  constructor(private readonly events: CurvePageEvents) {
    this.home.append(this.field, this.controls, this.points, this.table);
    this.curves = new Curves(this.field, {
      select: (low, high) => this.change({ low, high }),
      choose: (mark) => this.chooseMark(mark),
    });
  }

  /** Shows a drawing; what the reader chose before stays where the new drawing still knows it. */
  show(shown: Shown, stored: View | null): void {
    const { drawing, name } = shown;
    const before = this.shown?.name === name ? this.shown.drawing : null;
    if (!before) this.compared.clear();
    for (const other of this.compared.keys()) if (shown.names.includes(other)) this.events.compare(other);
    const kept = before ? this.view : stored;
    this.view = kept ? keptView(kept, before ?? drawing, drawing) : openingView(drawing);
    this.shown = shown;
    this.rebuild();
  }

  /** Draws another loss beside this one. */
  compare(name: string, drawing: Drawing): void {
    const isNew = !this.compared.has(name);
    this.compared.set(name, drawing);
    if (isNew) this.rebuild();
    else this.draw();
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
      element('div', { className: 'toolbar' }, ...this.comparison(shown), this.exports(shown.say)),
      sliders(shown.drawing, view, shown.say, hold),
    );
    this.draw();
  }

  /** A list of the document's other losses and of the known ones, each of which can be drawn beside this one; the last entry takes them away. */
  private comparison({ name, names, known, say }: Shown): HTMLElement[] {
    const others = names.filter((other) => other !== name && !this.compared.has(other));
    const present = [...this.compared.keys()].join(', ');
    const groups = [
      { label: '', options: [['·', present || say('compare.none')] as const] },
      { label: say('compare.here'), options: others.map((other) => [`loss:${other}`, other] as const) },
      {
        label: say('compare.known'),
        options: known.filter((one) => !this.compared.has(one.name)).map(({ id, name: title }) => [`known:${id}`, title] as const),
      },
      { label: '', options: present ? [['', say('compare.none')] as const] : [] },
    ];
    return [groupedDropDown(say('compare'), groups, '·', (taken) => this.take(taken))];
  }

  private take(taken: string): void {
    const [, kind, wanted = ''] = /^(loss|known):(.*)$/s.exec(taken) ?? [];
    if (kind === 'loss') return this.events.compare(wanted);
    if (kind === 'known') return this.events.compareKnown(wanted);
    this.compared.clear();
    this.rebuild();
  }

  /** Buttons that save the curve as numbers or as a picture. */
  private exports(say: Say): HTMLElement {
    const button = (label: string, press: () => void): HTMLElement => {
      const made = element('button', { type: 'button', className: 'secondary', textContent: label });
      made.addEventListener('click', press);
      return made;
    };
    const save = (kind: string, text: string): void => this.events.save(`${this.shown?.name ?? 'loss'}.${kind}`, text);
    return element(
      'span',
      { className: 'field' },
      element('span', { textContent: say('save') }),
      button('CSV', () => this.last && this.view && save('csv', csvOf(this.last, axisLabel(this.view)))),
      button('SVG', () => this.last && save('svg', this.picture(this.last))),
      button('PNG', () => this.last && void pngOf(this.picture(this.last)).then((png) => save('png', png))),
    );
  }

  private picture({ xs }: Sample): string {
    return svgOf(xs, this.view ? axisLabel(this.view) : '', this.curves.pictures(), readInk());
  }

  private hold(name: string, value: number): void {
    if (!this.view) return;
    const values = { ...this.view.values, [name]: (this.view.values[name] ?? []).map(() => value) };
    this.view = { ...this.view, values };
    this.pace.moved();
  }

  private change(part: Partial<View>): void {
    if (!this.view) return;
    this.view = { ...this.view, ...part };
    this.events.keep(this.view);
    this.rebuild();
  }

  /** A movement has come to rest: what is told in words follows. */
  private settle(): void {
    this.draw();
    if (this.view) this.events.keep(this.view);
  }

  private draw(): void {
    const { shown, view } = this;
    const drawn = this.drawCurves(POINTS);
    if (!drawn || !shown || !view) return;
    this.points.replaceChildren(...this.pointList(drawn, view, shown.say));
    this.table.replaceChildren(valueTable(drawn, axisLabel(view), shown.say));
  }

  private drawCurves(points: number): Sample | null {
    const { shown, view } = this;
    if (!shown || !view) return null;
    const { drawing, name, saturates, say } = shown;
    const sampled = sample(drawing, view, this.compared, points);
    if (sampled instanceof Unreadable) {
      this.events.stopped(sampled);
      return null;
    }
    this.last = { ...sampled, zones: sampled.zones.filter(({ kind }) => kind === 'dead' || saturates) };
    this.curves.draw({ sample: this.last, view, name, say }, summaryText(this.last, name, axisLabel(view), say));
    return this.last;
  }

  private chooseMark({ kind, hazard, place }: Mark): void {
    if (kind === 'beyond' && hazard && this.shown && this.view) this.change(witnessView(hazard, this.shown.drawing, this.view));
    else if (place) this.events.reveal(place);
  }

  private pointList({ marks, gaps, zones }: Sample, view: View, say: Say): HTMLElement[] {
    const axis = axisLabel(view);
    const rows = [
      ...marks
        .filter(({ kind }) => kind === 'kink' || kind === 'jump')
        .map((mark) => ({ kind: mark.kind as string, text: markText(mark, axis, say), place: mark.place })),
      ...gaps.map((gap) => ({ kind: 'gap', text: gapText(gap, axis, say), place: gap.place })),
      ...zones.map((zone) => ({ kind: zone.kind as string, text: zoneText(zone, axis, say), place: null })),
    ];
    const items = rows.map(({ kind, text, place }) =>
      element('li', { className: kind }, place ? linkButton(text, say('reveal'), () => this.events.reveal(place)) : text),
    );
    return [...listOf(say('points'), items), ...listOf(say('witnesses'), this.witnesses()), ...listOf(say('chords'), this.chords())];
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

  /** Counterexamples to convexity and concavity that lie along one axis, each as a chord that can be drawn. */
  private chords(): HTMLElement[] {
    const { shown, view } = this;
    if (!shown || !view) return [];
    const { drawing, say } = shown;
    return drawing.chords.flatMap((chord) => {
      const to = chordView(chord, drawing, view);
      const text = say(chord.against === 'convex' ? 'chord.above' : 'chord.below');
      return to
        ? [
            element(
              'li',
              { className: 'chord-item' },
              linkButton(text, say('chord.show'), () => this.change(to)),
            ),
          ]
        : [];
    });
  }
}

function listOf(title: string, items: readonly HTMLElement[]): HTMLElement[] {
  return items.length > 0 ? [element('h2', { textContent: title }), element('ul', {}, ...items)] : [];
}
