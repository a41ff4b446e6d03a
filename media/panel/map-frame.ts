import { element } from './dom';
import { numberText } from './number-text';
import type { Direction, Surface } from './surface';
import { ticksBetween } from './ticks';

const TICKS = 6;

/** What stands around a heat map: the numbers of its axes, and the colours with the values that they stand for. */
export class MapFrame {
  readonly home: HTMLElement;
  private readonly across = element('div', { className: 'ticks across', aria: { hidden: 'true' } });
  private readonly up = element('div', { className: 'ticks up', aria: { hidden: 'true' } });
  private readonly ramp = element('div', { className: 'ramp' });
  private readonly least = element('span');
  private readonly most = element('span');
  private readonly lowest = element('div', { className: 'lowest', aria: { hidden: 'true' } });

  constructor(map: HTMLElement) {
    const scale = element('div', { className: 'scale', aria: { hidden: 'true' } }, this.most, this.ramp, this.least);
    map.append(this.lowest);
    this.home = element('div', { className: 'map-frame' }, this.up, map, scale, this.across);
  }

  /** Shows the numbers of a surface whose colours run from `low` to `high`. */
  show({ x, y, values, lowest }: Surface, { low, high }: { readonly low: number; readonly high: number }, colors: readonly string[]): void {
    const place = (tick: HTMLElement, side: 'left' | 'bottom', at: number, { low: from, high: to }: Direction): HTMLElement => {
      tick.style[side] = `${(100 * (at - from)) / (to - from)}%`;
      return tick;
    };
    const marks = (direction: Direction, side: 'left' | 'bottom'): HTMLElement[] => [
      ...ticksBetween(direction.low, direction.high, TICKS).map((at) =>
        place(element('span', { textContent: numberText(at) }), side, at, direction),
      ),
      element('strong', { textContent: direction.label }),
    ];
    this.across.replaceChildren(...marks(x, 'left'));
    this.up.replaceChildren(...marks(y, 'bottom'));
    this.ramp.style.background = `linear-gradient(to top, ${colors.join(', ')})`;
    this.least.textContent = numberText(low);
    this.most.textContent = `${values.some((value) => value > high) ? '≥ ' : ''}${numberText(high)}`;
    this.lowest.hidden = lowest === null;
    if (lowest) place(place(this.lowest, 'left', lowest.x, x), 'bottom', lowest.y, y);
  }
}
