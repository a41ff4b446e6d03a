import type { Drawing, DrawingChord } from '../../src/protocol/drawing';
import type { Column } from './curve';
import { finite } from './curve';
import type { Probe } from './probe';
import type { View } from './view';

const MARGIN = 0.12;

/** The values of the straight line between the ends of a view's chord; null outside of them. */
export function chordColumn({ chord }: View, exact: Probe, xs: readonly number[]): Column | null {
  if (!chord) return null;
  const [a, b] = chord[0] < chord[1] ? chord : [chord[1], chord[0]];
  const [from, to] = [exact.read(a).value, exact.read(b).value];
  return xs.map((x) => (x < a || x > b ? null : finite(from + ((x - a) / (b - a)) * (to - from))));
}

/** The view along which a counterexample lies; null where it moves several inputs, or elements by different amounts. */
export function chordView({ from, to }: DrawingChord, drawing: Drawing, view: View): View | null {
  const moved = Object.keys(from).filter((name) => String(from[name]) !== String(to[name]));
  const axis = drawing.inputs.find(({ name }) => moved.length === 1 && name === moved[0]);
  const [a, b] = [axis && from[axis.name], axis && to[axis.name]];
  if (!axis || !a || !b || a.length !== axis.initial.length || a.length !== b.length) return null;
  const indices = a.flatMap((value, i) => (value === b[i] ? [] : [i]));
  const together = indices.length === a.length && new Set(a).size === 1 && new Set(b).size === 1;
  const [first] = indices;
  if (first === undefined || (indices.length > 1 && !together)) return null;
  const ends = [a[first] ?? NaN, b[first] ?? NaN] as const;
  const margin = Math.abs(ends[1] - ends[0]) * MARGIN;
  const fitting = drawing.inputs.filter(({ name, initial }) => from[name]?.length === initial.length);
  const values = { ...view.values, ...Object.fromEntries(fitting.map(({ name }) => [name, from[name] ?? []])) };
  const low = Math.max(axis.least, Math.min(...ends) - margin);
  const high = Math.min(axis.most, Math.max(...ends) + margin);
  return {
    ...view,
    axis: axis.name,
    measure: { kind: 'itself' },
    element: together ? 'all' : first,
    low,
    high,
    chord: ends,
    values,
    logX: false,
    logY: false,
  };
}
