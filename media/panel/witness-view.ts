import type { Drawing, DrawingHazard } from '../../src/protocol/drawing';
import type { View } from './view';

/** How much of the window is left free beside a witness. */
const MARGIN = 0.15;

/** The view in which a witness stands on the curve: its values held, its worst element moved, the window wide enough. */
export function witnessView({ inputs, at }: DrawingHazard, drawing: Drawing, view: View): View {
  const x = at[view.axis];
  const fitting = drawing.inputs.filter(({ name, initial }) => inputs[name]?.length === initial.length);
  const values = { ...view.values, ...Object.fromEntries(fitting.map(({ name }) => [name, inputs[name] ?? []])) };
  if (x === undefined || !Number.isFinite(x)) return { ...view, values };
  const plain = { kind: 'itself' } as const;
  const window = view.measure.kind === 'itself' ? view : (drawing.inputs.find(({ name }) => name === view.axis) ?? view);
  const element = Math.max(0, values[view.axis]?.indexOf(x) ?? 0);
  const [low, high] = [Math.min(window.low, x), Math.max(window.high, x)];
  const margin = (high - low) * MARGIN;
  return {
    ...view,
    measure: plain,
    values,
    element,
    low: low < window.low ? low - margin : low,
    high: high > window.high ? high + margin : high,
  };
}
