import { Unreadable } from '../../src/engine/tape/tape';
import type { Drawing } from '../../src/protocol/drawing';
import { axisChoices } from './axis';
import { chordColumn } from './chord';
import { curveOf, finite } from './curve';
import type { Column, Curve } from './curve';
import { gapsOf } from './gaps';
import type { Gap } from './gaps';
import { marksOf } from './marks';
import type { Mark } from './marks';
import { openingView } from './opening';
import { zonesOf } from './zones';
import type { Zone } from './zones';
import { Probe } from './probe';
import type { View } from './view';

/** How many points a curve has where there is time to draw it. */
export const POINTS = 301;

/** A drawing sampled along its axis. The first curve is the exact one. */
export interface Sample {
  readonly xs: readonly number[];
  readonly curves: readonly Curve[];
  readonly second: Column | null;
  /** A straight line to compare the first curve with. */
  readonly chord: Column | null;
  /** Other losses over the same points. */
  readonly others: readonly { readonly name: string; readonly curve: Curve }[];
  readonly marks: readonly Mark[];
  readonly gaps: readonly Gap[];
  readonly zones: readonly Zone[];
}

/** Samples a view; the construct that stops it, where one does. */
export function sample(
  drawing: Drawing,
  view: View,
  compared: ReadonlyMap<string, Drawing> = new Map(),
  points = POINTS,
): Sample | Unreadable {
  try {
    const exact = new Probe(drawing, view, 'float64');
    const grid = gridOf(view, points);
    const marks = marksOf(drawing, view, exact, grid);
    const companions = companionsOf(compared, view, grid);
    const all = [...marks, ...companions.flatMap((companion) => companion.marks)];
    const extra = all.flatMap(({ x, kind }) => (kind === 'kink' || kind === 'jump' ? aroundMark(x, view) : [x]));
    const xs = [...new Set([...grid, ...(view.chord ?? []), ...extra])].sort((a, b) => a - b);
    const probes = view.formats.map((format) => ({ format, probe: new Probe(drawing, view, format) }));
    const traced = [{ format: 'float64' as const, probe: exact }, ...probes].map(({ format, probe }) => ({
      probe,
      curve: curveOf(probe, xs, format),
    }));
    const gaps = traced.flatMap(({ probe, curve }) => gapsOf(drawing, probe, xs, curve));
    const curves = traced.map(({ curve }) => brokenAtMarks(curve, xs, marks));
    const second = view.second ? slopeOf(xs, curves[0]?.slopes ?? [], marks) : null;
    const own = traced.find(({ curve }) => curve.format === drawing.arithmetic.format)?.curve;
    const zones = zonesOf(xs, own ?? { format: 'float64', values: [], slopes: [] });
    return {
      xs,
      zones,
      curves,
      second,
      chord: chordColumn(view, exact, xs),
      others: companions.map((companion) => overPoints(companion, xs)),
      marks,
      gaps,
    };
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}

/** Another loss as it is laid beside the first. */
interface Companion {
  readonly name: string;
  readonly probe: Probe;
  readonly marks: readonly Mark[];
}

/** Other losses along the like of a view's axis; what cannot be drawn is left out. */
function companionsOf(compared: ReadonlyMap<string, Drawing>, view: View, grid: readonly number[]): Companion[] {
  return [...compared].flatMap(([name, drawing]) => {
    const own = openingView(drawing);
    if (!own) return [];
    const values = {
      ...own.values,
      ...Object.fromEntries(Object.entries(view.values).filter(([input, given]) => given.length === own.values[input]?.length)),
    };
    const { low, high } = view;
    const along = { ...own, ...alongsideOf(drawing, view), values, low, high };
    try {
      const probe = new Probe(drawing, along, 'float64');
      return [{ name, probe, marks: marksOf({ ...drawing, hazards: [] }, along, probe, grid) }];
    } catch (error) {
      if (error instanceof Unreadable) return [];
      throw error;
    }
  });
}

function overPoints({ name, probe, marks }: Companion, xs: readonly number[]): Sample['others'][number] {
  return { name, curve: brokenAtMarks(curveOf(probe, xs, 'float64'), xs, marks) };
}

/** The axis of another loss that is the like of a view's: of the same name and kind, else of the same kind. */
function alongsideOf(drawing: Drawing, { axis, measure }: View): Pick<View, 'axis' | 'measure'> | null {
  const like = axisChoices(drawing).filter((choice) => choice.measure.kind === measure.kind);
  const [first] = like.filter(({ input }) => drawing.variables.includes(input));
  const chosen = like.find(({ input }) => input === axis) ?? first;
  return chosen ? { axis: chosen.input, measure: chosen.measure } : null;
}

/** Points of the window, evenly spread on the scale that is drawn. */
function gridOf({ low, high, logX }: View, points: number): number[] {
  const at = (share: number): number => (logX && low >= 0 ? logGrid(low, high, share) : low + (high - low) * share);
  return Array.from({ length: points }, (_, i) => at(i / (points - 1)));
}

function logGrid(low: number, high: number, share: number): number {
  const least = low > 0 ? low : high * 1e-8;
  return least * (high / least) ** share;
}

/** A line across a jump would be a lie: values are broken at jumps, slopes at kinks too. */
function brokenAtMarks(curve: Curve, xs: readonly number[], marks: readonly Mark[]): Curve {
  const placesOf = (...kinds: readonly Mark['kind'][]): Set<number> =>
    new Set(marks.filter(({ kind }) => kinds.includes(kind)).map(({ x }) => x));
  const broken = (list: Column, at: ReadonlySet<number>): Column => list.map((value, i) => (at.has(xs[i] ?? NaN) ? null : value));
  return { ...curve, values: broken(curve.values, placesOf('jump')), slopes: broken(curve.slopes, placesOf('jump', 'kink')) };
}

/** Slope of the slope by central differences; nothing next to a mark, where there is none. */
function slopeOf(xs: readonly number[], slopes: Column, marks: readonly Mark[]): Column {
  return xs.map((_, i) => {
    const [left, right, from, to] = [xs[i - 1], xs[i + 1], slopes[i - 1], slopes[i + 1]];
    if (left === undefined || right === undefined || from == null || to == null) return null;
    return marks.some(({ x }) => left <= x && x <= right) ? null : finite((to - from) / (right - left));
  });
}

/** A mark and its neighbours a pixel or two away, so that a curve broken at the mark has a gap that can be seen. */
function aroundMark(x: number, { low, high }: View): number[] {
  const step = (high - low) * 3e-3;
  return [x - step, x, x + step].filter((at) => low <= at && at <= high);
}
