import type { Sketch } from '../engine/check/sketch';
import type { Locale } from '../engine/report/phrases/phrase';
import { say } from './strings/say';
import { inked } from './typeset';

const WIDTH = 300;
const HEIGHT = 72;
const BASE = HEIGHT - 16;
const TOP = 6;

/** A small curve as a Markdown image in the colour of the theme. */
export function sketchPicture({ axis, low, high, values }: Sketch, locale: Locale): string {
  const finite = values.filter((value) => value !== null);
  const [least, most] = windowOf(finite);
  const x = (i: number): string => ((i / (values.length - 1)) * (WIDTH - 2) + 1).toFixed(1);
  const y = (value: number): string => (BASE - 4 - ((value - least) / (most - least || 1)) * (BASE - 4 - TOP)).toFixed(1);
  let pen = 'M';
  const path = values.map((value, i) => {
    const point = value === null || value > most ? '' : `${pen}${x(i)} ${y(Math.max(value, least))}`;
    pen = point === '' ? 'M' : 'L';
    return point;
  });
  const zero = low < 0 && high > 0 ? ((0 - low) / (high - low)) * (WIDTH - 2) + 1 : null;
  const text = (at: number, anchor: string, words: string): string =>
    `<text x="${at.toFixed(0)}" y="${HEIGHT - 3}" text-anchor="${anchor}">${words}</text>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="10" fill="currentColor">`,
    `<path d="M0 ${BASE}H${WIDTH}${zero === null ? '' : `M${zero.toFixed(1)} ${TOP}V${BASE}`}" stroke="currentColor" stroke-opacity="0.3"/>`,
    `<path d="${path.join('')}" fill="none" stroke="#3794ff" stroke-width="2" stroke-linejoin="round"/>`,
    text(1, 'start', short(low)),
    text(WIDTH / 2, 'middle', escaped(axis)),
    text(WIDTH - 1, 'end', short(high)),
    '</svg>',
  ].join('');
  return `![${say(locale, 'hover.curve', { axis, low: short(low), high: short(high) })}](${inked(svg)})`;
}

/** All values, unless a pole would flatten the rest. */
function windowOf(finite: readonly number[]): [number, number] {
  const sorted = [...finite].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
  const spread = at(0.95) - at(0);
  return [at(0), at(1) - at(0.95) > 3 * spread ? at(0.95) + spread / 2 : at(1)];
}

function short(x: number): string {
  return String(Number(x.toPrecision(3))).replace('-', '−');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
