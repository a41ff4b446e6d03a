import type { Gap } from './gaps';
import type { Mark } from './marks';
import { numberText } from './number-text';
import type { Sample } from './sample';
import type { Zone } from './zones';
import type { Say } from './strings/say';

/** A mark in words. */
export function markText({ kind, x, left, right, autograd, message, hazard }: Mark, axis: string, say: Say): string {
  if (kind === 'hazard') return say('point.hazard', { axis, x: numberText(x), message });
  if (kind === 'beyond') return say('point.beyond', { message: hazard?.message ?? message });
  const slots = { axis, x: numberText(x), left: numberText(left), right: numberText(right) };
  const seen = autograd === null || kind === 'jump' ? [] : [say('point.autograd', { slope: numberText(autograd) })];
  return [say(kind === 'jump' ? 'point.jump' : 'point.kink', slots), ...seen].join('; ');
}

/** A gap in words. */
export function gapText({ format, of, low, high, op, what }: Gap, axis: string, say: Say): string {
  const slots = {
    format,
    quantity: say(of),
    axis,
    x: numberText(low),
    low: numberText(low),
    high: numberText(high),
    op,
    what: numberText(what),
  };
  return say(low === high ? 'point.gap-at' : 'point.gap', slots);
}

/** A zone without gradient, in words. */
export function zoneText({ kind, low, high }: Zone, axis: string, say: Say): string {
  return say(kind === 'dead' ? 'point.dead' : 'point.saturated', { axis, low: numberText(low), high: numberText(high) });
}

/** What stands under the cursor, in words. */
export function readingText({ xs, curves }: Sample, index: number, axis: string, say: Say): string {
  const [value, slope] = [curves[0]?.values[index] ?? null, curves[0]?.slopes[index] ?? null];
  const x = numberText(xs[index] ?? NaN);
  if (value === null) return say('reading.none', { axis, x });
  return say('reading', { axis, x, value: numberText(value), slope: slope === null ? '–' : numberText(slope) });
}

/** The whole curve in one sentence, for those who do not see it. */
export function summaryText({ xs, curves, marks }: Sample, loss: string, axis: string, say: Say): string {
  const values = curves[0]?.values ?? [];
  const lowest = values.reduce<number | null>(
    (best, value, i) => (value !== null && (best === null || value < (values[best] ?? Infinity)) ? i : best),
    null,
  );
  if (lowest === null) return say('summary.nothing');
  const count = marks.filter(({ kind }) => kind !== 'beyond').length;
  const points = count > 0 ? say('summary.points', { count }) : say('summary.no-points');
  const ends = { low: numberText(xs[0] ?? NaN), high: numberText(xs[xs.length - 1] ?? NaN) };
  return say('summary', { loss, axis, ...ends, least: numberText(values[lowest] ?? NaN), at: numberText(xs[lowest] ?? NaN), points });
}
