import type uPlot from 'uplot';
import { axisLabel } from './axis';
import { Chart } from './chart';
import { element } from './dom';
import type { Picture } from './export-text';
import type { Ink } from './ink';
import { linesOf } from './lines';
import type { Line, Quantity } from './lines';
import type { Mark } from './marks';
import { placeBands, placeMarks } from './overlay';
import type { Sample } from './sample';
import { markText, readingText } from './sentences';
import type { Say } from './strings/say';
import { readInk } from './theme';
import type { View } from './view';

/** What happens on the curves. */
export interface CurveEvents {
  select(low: number, high: number): void;
  choose(mark: Mark): void;
}

const HEIGHTS: Readonly<Record<Quantity, number>> = { value: 230, slope: 150, second: 130 };
const QUANTITIES: readonly Quantity[] = ['value', 'slope', 'second'];
const STRIDES: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: 20,
  PageDown: -20,
  Home: -Infinity,
  End: Infinity,
};

/** What is drawn of the loss of a name. */
interface Shown {
  readonly sample: Sample;
  readonly view: View;
  readonly name: string;
  readonly say: Say;
}

/** Loss, gradient and second derivative below one another over one axis, with a cursor that keys move too. */
export class Curves {
  private readonly charts: Readonly<Record<Quantity, { readonly home: HTMLElement; readonly chart: Chart }>>;
  private readonly legend = element('p', { className: 'legend' });
  private readonly reading = element('p', { className: 'reading' });
  private readonly live = element('p', { className: 'unseen', role: 'status', aria: { live: 'polite' } });
  private readonly field = element('div', { className: 'field-of-view', tabIndex: 0, role: 'img' });
  private shown: Shown | null = null;
  private index: number | null = null;

  constructor(
    home: HTMLElement,
    private readonly events: CurveEvents,
  ) {
    this.charts = { value: this.chart('value'), slope: this.chart('slope'), second: this.chart('second') };
    this.field.append(...Object.values(this.charts).map((part) => part.home));
    this.field.addEventListener('keydown', (event) => this.key(event));
    home.append(this.legend, this.field, this.reading, this.live);
  }

  /** Draws a sample of a loss. */
  draw(shown: Shown, summary: string): void {
    this.shown = shown;
    const { sample, say } = shown;
    const { second } = sample;
    this.field.setAttribute('aria-label', `${summary} ${say('chart.hint')}`);
    this.charts.second.home.hidden = second === null;
    const ink = readInk();
    for (const quantity of QUANTITIES) this.drawOne(quantity, shown, ink);
    this.read(this.index);
  }

  /** What is drawn, for an export: each chart with its lines. */
  pictures(): Picture[] {
    if (!this.shown) return [];
    const { sample, name, say } = this.shown;
    const all = QUANTITIES.map((quantity) => ({ quantity, title: say(quantity), lines: linesOf(sample, quantity, name, readInk(), say) }));
    return all.filter(({ lines }) => lines.length > 0);
  }

  private chart(kind: Quantity) {
    const home = element('div', { className: `chart ${kind}` });
    const drawn = (plot: uPlot): void => this.overlay(plot);
    const chart = new Chart(home, {
      hover: (index) => this.read(index),
      select: this.events.select,
      drawn: kind === 'value' ? drawn : (plot) => this.shown && placeBands(plot, this.shown.sample),
    });
    return { home, chart };
  }

  private drawOne(quantity: Quantity, { sample, view, name, say }: Shown, ink: Ink): void {
    const { logX, logY } = view;
    const drawn = linesOf(sample, quantity, name, ink, say);
    const lines = drawn.map(({ line }) => line);
    if (quantity === 'value') this.legend.replaceChildren(...legendOf(lines));
    const across = quantity === (sample.second === null ? 'slope' : 'second') ? axisLabel(view) : '';
    const look = { title: say(quantity), across, lines, logX, logY: quantity === 'value' && logY, ink, height: HEIGHTS[quantity] };
    if (lines.length > 0)
      this.charts[quantity].chart.draw(
        sample.xs,
        drawn.map(({ column }) => column),
        look,
      );
  }

  private overlay(plot: uPlot): void {
    if (!this.shown) return;
    const { sample, view, say } = this.shown;
    const { xs, curves } = sample;
    const heightAt = ({ x }: Mark): number | null => curves[0]?.values[xs.indexOf(x)] ?? null;
    placeBands(plot, sample);
    placeMarks(plot, sample.marks, heightAt, (mark) => markText(mark, axisLabel(view), say), this.events.choose);
  }

  private read(index: number | null): void {
    this.index = index;
    if (!this.shown) return;
    const { sample, view, say } = this.shown;
    this.reading.textContent = index === null || index >= sample.xs.length ? '\u00a0' : readingText(sample, index, axisLabel(view), say);
  }

  private key(event: KeyboardEvent): void {
    const stride = STRIDES[event.key];
    if (stride === undefined || !this.shown || event.target !== this.field) return;
    event.preventDefault();
    const { xs, curves } = this.shown.sample;
    const last = xs.length - 1;
    const index = Math.min(last, Math.max(0, (this.index ?? Math.round(last / 2)) + stride));
    this.charts.value.chart.point(xs[index] ?? null, curves[0]?.values[index] ?? null);
    this.read(index);
    this.live.textContent = this.reading.textContent;
  }
}

/** Names of the lines in their colours, where there is more than one. */
function legendOf(lines: readonly Line[]): HTMLElement[] {
  if (lines.length < 2) return [];
  return lines.map(({ label, dash, color }) => {
    const swatch = element('span', { className: 'swatch', aria: { hidden: 'true' } });
    swatch.style.borderTop = `2px ${dash.length === 0 ? 'solid' : (dash[0] ?? 0) > 3 ? 'dashed' : 'dotted'} ${color}`;
    return element('span', { className: 'entry' }, swatch, label);
  });
}
