import type { Column, Curve } from './curve';
import type { Sample } from './sample';
import type { Say } from './strings/say';
import type { Ink } from './ink';

/** What is drawn in a chart. */
export type Quantity = 'value' | 'slope' | 'second';

/** How a line looks; its colour and its dash both tell it apart. */
export interface Line {
  readonly label: string;
  readonly dash: readonly number[];
  readonly color: string;
  readonly width: number;
}

const DASHES: readonly (readonly number[])[] = [[], [6, 4], [2, 3], [8, 3, 2, 3]];
/** Exact arithmetic below others: where they agree, their dashes lie on it. */
const BAND = { width: 3.5 };
const CHORD_DASH = [3, 3];
const OTHER_DASH = [10, 5];

/** The lines of one chart with their columns: the loss in each format, named beside others, then its chord, then other losses. */
export function linesOf(
  { curves, second, chord, others }: Sample,
  quantity: Quantity,
  loss: string,
  ink: Ink,
  say: Say,
): { readonly line: Line; readonly column: Column }[] {
  const named = (format: string): string => (others.length === 0 ? format : `${loss} ${format}`);
  const first = styled(named(curves[0]?.format ?? ''), 0, ink);
  if (quantity === 'second') return second ? [{ line: first, column: second }] : [];
  const pick = (curve: Curve): Column => (quantity === 'value' ? curve.values : curve.slopes);
  const own = curves.map((curve, i) => ({
    line: { ...styled(named(curve.format), i, ink), ...(i === 0 && curves.length > 1 ? BAND : {}) },
    column: pick(curve),
  }));
  const line = { label: say('chord'), dash: CHORD_DASH, color: ink.hazard, width: 1.5 };
  const straight = chord && quantity === 'value' ? [{ line, column: chord }] : [];
  const compared = others.map(({ name, curve }, i) => ({
    line: { label: name, dash: OTHER_DASH, color: ink.others[i % ink.others.length] ?? ink.text, width: 1.5 },
    column: pick(curve),
  }));
  return [...own, ...straight, ...compared];
}

function styled(label: string, index: number, ink: Ink): Line {
  return { label, dash: DASHES[index] ?? [], color: ink.curves[index] ?? ink.text, width: index === 0 ? 2 : 1.5 };
}
