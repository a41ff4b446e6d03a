import { element } from './dom';
import type { Step } from './walk';

/** A stretch of a code line: the worst error that one of its operations adds, and whether it breaks. */
interface Stretch {
  readonly text: string;
  readonly heat: number;
  readonly broken: boolean;
}

/** A line of code whose sub-expressions are coloured by the error they add; what breaks is underlined. */
export function heatLine(line: string, number: number, steps: readonly Step[]): HTMLElement[] {
  return stretches(line, number, steps).map(({ text, heat, broken }) => {
    const className = [heat > 0 ? `heat-${heat}` : '', broken ? 'wrong' : ''].join(' ').trim();
    return element('span', { className, textContent: text });
  });
}

function stretches(line: string, number: number, steps: readonly Step[]): Stretch[] {
  const own = steps.filter(({ place, name }) => name === null && place?.start.line === number && place.end.line === number);
  const widest = [...own].sort((a, b) => width(b) - width(a));
  const heat = new Array<number>(line.length).fill(0);
  const broken = new Array<boolean>(line.length).fill(false);
  for (const step of widest) {
    const [from, to] = [step.place?.start.character ?? 0, step.place?.end.character ?? 0];
    heat.fill(levelOf(step), from, to);
    if (step.breaks) broken.fill(true, from, to);
  }
  const ends = [...line].map((_, i) => i).filter((i) => i + 1 === line.length || heat[i] !== heat[i + 1] || broken[i] !== broken[i + 1]);
  return ends.map((end, i) => {
    const from = i === 0 ? 0 : (ends[i - 1] ?? 0) + 1;
    return { text: line.slice(from, end + 1), heat: heat[from] ?? 0, broken: broken[from] ?? false };
  });
}

/** From 0 (no error to speak of) to 4 (nothing is right any more), by the power of ten. */
export function levelOf({ error }: Pick<Step, 'error'>): number {
  if (!(error > 1e-6)) return 0;
  return error >= 0.1 ? 4 : error >= 1e-2 ? 3 : error >= 1e-4 ? 2 : 1;
}

function width({ place }: Step): number {
  return place ? place.end.character - place.start.character : 0;
}
