import './browser-language';
import uPlot from 'uplot';
import type { Column } from './curve';
import type { Line } from './lines';
import type { Ink } from './ink';
import { numberText } from './number-text';
import { verticalWindow } from './vertical';

/** How a chart looks; a change of it rebuilds the chart, a change of data only redraws it. */
export interface Look {
  readonly title: string;
  /** Name of the axis below; empty for a chart with another one beneath. */
  readonly across: string;
  readonly lines: readonly Line[];
  readonly logX: boolean;
  readonly logY: boolean;
  readonly ink: Ink;
  readonly height: number;
}

/** What happens on a chart. */
export interface ChartEvents {
  /** The cursor stands on the point of this index, or has left. */
  hover(index: number | null): void;
  /** A part of the axis was selected. */
  select(low: number, high: number): void;
  /** The plotted area has changed its place or scale. */
  drawn(plot: uPlot): void;
}

/** Distribution of a scale in uPlot: linear, logarithmic, or inverse hyperbolic sine, which bears zero and negative values. */
const DISTRIBUTION = { linear: 1, log: 3, asinh: 4 } as const;

/** Pixels by which a gap is wider than the points around it. */
const EDGE = 2;

/** Height of the name of an axis. */
const ACROSS = 18;

/** One uPlot chart in an element, as wide as it. */
export class Chart {
  private plot: uPlot | null = null;
  private look = '';

  constructor(
    private readonly home: HTMLElement,
    private readonly events: ChartEvents,
  ) {
    new ResizeObserver(() => this.fit()).observe(home);
  }

  /** Draws columns over `xs`. */
  draw(xs: readonly number[], columns: readonly Column[], look: Look): void {
    const scale = { x: look.logX ? logOf([xs]) : 'linear', y: look.logY ? logOf(columns) : 'linear' } as const;
    const data = [xs, ...columns] as unknown as uPlot.AlignedData;
    const key = JSON.stringify([look, scale]);
    if (this.plot && key === this.look) return this.plot.setData(data);
    this.look = key;
    this.plot?.destroy();
    this.plot = new uPlot(this.options(look, scale), data, this.home);
  }

  /** Puts the cursor on a point; away with null. */
  point(x: number | null, y: number | null): void {
    const { plot } = this;
    plot?.setCursor(
      x === null ? { left: -10, top: -10 } : { left: plot.valToPos(x, 'x'), top: y === null ? 0 : plot.valToPos(y, 'y') },
      false,
    );
  }

  private fit(): void {
    const { plot } = this;
    const width = this.home.clientWidth;
    if (plot && width > 0 && width !== plot.width) plot.setSize({ width, height: plot.height });
  }

  private options(
    { title, across, lines, ink, height }: Look,
    scale: { readonly x: keyof typeof DISTRIBUTION; readonly y: keyof typeof DISTRIBUTION },
  ): uPlot.Options {
    return {
      width: Math.max(this.home.clientWidth, 120),
      height: height + (across ? ACROSS : 0),
      pxAlign: 0,
      legend: { show: false },
      cursor: { drag: { x: true, y: false, setScale: false }, points: { size: 7 }, y: false, sync: { key: 'losswright' } },
      scales: {
        x: { time: false, distr: DISTRIBUTION[scale.x], range: (_, low, high) => [low, high] },
        y: {
          distr: DISTRIBUTION[scale.y],
          range: (plot, low, high) => (scale.y === 'linear' ? windowOf(plot) : [low, high === low ? low + 1 : high]),
        },
      },
      axes: [
        { ...axis(ink, across), size: 28 },
        { ...axis(ink, title), size: 62 },
      ],
      series: [
        {},
        ...lines.map(({ label, dash, color, width }) => ({
          label,
          dash: [...dash],
          stroke: color,
          width,
          points: { show: false },
          gaps: widened,
        })),
      ],
      hooks: {
        setCursor: [({ cursor }) => this.events.hover(cursor.idx ?? null)],
        setSelect: [(plot) => this.selected(plot)],
        draw: [(plot) => this.events.drawn(plot)],
      },
    };
  }

  private selected(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width < 4) return;
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    this.events.select(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
  }
}

/** A gap with its edges: the ends of a line are wider than the points that they stand for. */
function widened(_plot: uPlot, _series: number, _from: number, _to: number, gaps: uPlot.Series.Gaps): uPlot.Series.Gaps {
  return gaps.map(([from, to]) => [from - EDGE, to + EDGE]);
}

function axis({ text, grid }: Ink, label: string): uPlot.Axis {
  const line = { stroke: grid, width: 0.5 };
  return {
    stroke: text,
    font: '11px system-ui, sans-serif',
    grid: line,
    ticks: { ...line, size: 4 },
    values: (_, splits) => splits.map((value) => (value === null ? '' : numberText(value))),
    ...(label ? { label, labelSize: ACROSS, labelFont: '11px system-ui, sans-serif' } : {}),
  };
}

function windowOf(plot: uPlot): [number, number] {
  return verticalWindow(plot.data.slice(1) as readonly Column[]);
}

/** A logarithm where everything is above zero; else the scale that bears zero. */
function logOf(columns: readonly Column[]): 'log' | 'asinh' {
  return columns.every((column) => column.every((value) => value === null || value > 0)) ? 'log' : 'asinh';
}
