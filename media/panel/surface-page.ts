import type { Drawing } from '../../src/protocol/drawing';
import { Unreadable } from '../../src/engine/tape/tape';
import { dropDown, element } from './dom';
import { COLORS, colorRange, paintHeatMap } from './heat-map';
import { MapFrame } from './map-frame';
import { numberText } from './number-text';
import { openingView } from './opening';
import type { Say } from './strings/say';
import { along, directionsOf, sampleSurface } from './surface';
import type { Direction, Surface } from './surface';

const SIZE = 61;
const PIXELS = 960;
const LINE = 'rgba(255, 255, 255, 0.55)';
const STEPS: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The loss over two inputs: a heat map with lines of equal value, and a point that the mouse or the arrow keys move. */
export class SurfacePage {
  readonly home = element('div', { className: 'page surface' });
  private shown: { readonly drawing: Drawing; readonly say: Say } | null = null;
  private surface: Surface | null = null;
  /** Whether moving all elements together shows nothing. */
  private apart = false;
  private chosen: readonly [x: string, y: string] | null = null;
  private point: readonly [column: number, row: number] = [(SIZE - 1) / 2, (SIZE - 1) / 2];
  private readonly fields = element('div', { className: 'toolbar' });
  private readonly canvas = element('canvas', { width: PIXELS, height: PIXELS, tabIndex: 0 });
  private readonly marker = element('div', { className: 'marker', aria: { hidden: 'true' } });
  private readonly reading = element('p', { className: 'reading', role: 'status', aria: { live: 'polite' } });
  private readonly bottom = element('p', { className: 'bottom' });
  private readonly frame: MapFrame;

  constructor() {
    this.canvas.setAttribute('role', 'img');
    this.frame = new MapFrame(element('div', { className: 'map' }, this.canvas, this.marker));
    this.home.append(this.fields, this.frame.home, this.reading, this.bottom);
    this.canvas.addEventListener('keydown', (event) => this.key(event));
    this.canvas.addEventListener('mousemove', ({ offsetX, offsetY }) =>
      this.move(offsetX / this.canvas.clientWidth, 1 - offsetY / this.canvas.clientHeight),
    );
    this.canvas.addEventListener('click', () => this.canvas.focus());
  }

  /** Takes a drawing; it is sampled when the page is seen. */
  show(drawing: Drawing, say: Say): void {
    this.shown = { drawing, say };
    this.surface = null;
    if (!this.home.hidden) this.draw();
  }

  /** Samples and paints. */
  draw(): void {
    if (!this.shown) return;
    const { drawing, say } = this.shown;
    const directions = directionsOf(drawing);
    const opening = openingView(drawing);
    const held = opening?.values;
    this.apart = opening?.element !== 'all';
    const [x, y] = this.choose(directions);
    this.home.classList.toggle('empty', !x || !y || !held);
    if (!x || !y || !held) return void (this.reading.textContent = say('surface.none'));
    this.fields.replaceChildren(this.choice(say('surface.across'), directions, x, 0), this.choice(say('surface.up'), directions, y, 1));
    const sampled = sampleSurface(drawing, held, x, y, SIZE);
    if (sampled instanceof Unreadable) return void (this.reading.textContent = `${say('not-drawn')} ${sampled.what}`);
    this.surface = sampled;
    paintHeatMap(this.canvas, sampled, LINE);
    this.frame.show(sampled, colorRange(sampled), COLORS);
    const { lowest } = sampled;
    const least = lowest
      ? say('surface.lowest', {
          value: numberText(lowest.value),
          x: numberText(lowest.x),
          y: numberText(lowest.y),
          across: x.label,
          up: y.label,
        })
      : '';
    this.bottom.textContent = least;
    this.canvas.setAttribute('aria-label', `${say('surface.label', { across: x.label, up: y.label })} ${least}`);
    this.read();
  }

  /** The directions chosen before where they exist still; else two elements of the first variable, or it and another input. */
  private choose(directions: readonly Direction[]): readonly [Direction | undefined, Direction | undefined] {
    const find = (label: string | undefined): Direction | undefined => directions.find((direction) => direction.label === label);
    const [first, second] = directions;
    const parts = directions.filter(({ input, element: part }) => input === first?.input && part !== 'all');
    const apart = second === undefined || second.element !== 'all' || this.apart;
    const [x, y] = apart && parts.length > 1 ? parts : [first, second];
    return [find(this.chosen?.[0]) ?? x, find(this.chosen?.[1]) ?? y];
  }

  private choice(label: string, directions: readonly Direction[], now: Direction, side: 0 | 1): HTMLElement {
    const options = directions.map((direction) => [direction.label, direction.label] as const);
    return dropDown(label, options, now.label, (taken) => {
      const [x, y] = this.choose(directions);
      this.chosen = side === 0 ? [taken, y?.label ?? ''] : [x?.label ?? '', taken];
      this.draw();
    });
  }

  private key(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    this.move((this.point[0] + step[0]) / (SIZE - 1), (this.point[1] + step[1]) / (SIZE - 1));
  }

  private move(right: number, up: number): void {
    const index = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * (SIZE - 1));
    this.point = [index(right), index(up)];
    this.read();
  }

  private read(): void {
    if (!this.surface || !this.shown) return;
    const { x, y, values, size } = this.surface;
    const [column, row] = this.point;
    this.marker.style.left = `${(100 * column) / (size - 1)}%`;
    this.marker.style.top = `${100 - (100 * row) / (size - 1)}%`;
    const value = values[row * size + column] ?? NaN;
    const slots = {
      across: x.label,
      up: y.label,
      x: numberText(along(x, column, size)),
      y: numberText(along(y, row, size)),
      value: numberText(value),
    };
    this.reading.textContent = this.shown.say('surface.reading', slots);
  }
}
