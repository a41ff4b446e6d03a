import type { Line, Quantity } from './lines';
import type { Column } from './curve';
import { numberText } from './number-text';
import type { Sample } from './sample';
import { verticalWindow } from './vertical';

/** A curve as comma-separated values: the axis, then value and gradient in each format. Empty where there is no finite value. */
export function csvOf({ xs, curves }: Sample, axis: string): string {
  const titles = [axis, ...curves.flatMap(({ format }) => [`loss (${format})`, `gradient (${format})`])];
  const rows = xs.map((x, i) => [x, ...curves.flatMap(({ values, slopes }) => [values[i] ?? '', slopes[i] ?? ''])]);
  return [titles.map(quoted), ...rows].map((row) => `${row.join(',')}\n`).join('');
}

function quoted(title: string): string {
  return /[",\n]/.test(title) ? `"${title.replaceAll('"', '""')}"` : title;
}

/** One chart of a picture. */
export interface Picture {
  readonly quantity: Quantity;
  readonly title: string;
  readonly lines: readonly { readonly line: Line; readonly column: Column }[];
}

const WIDTH = 720;
const HEIGHT = 260;
const LEFT = 70;
const BOTTOM = 34;
const TICKS = 5;

/** Charts below one another as SVG, in the colours given: what the panel shows, for a paper or a page. */
export function svgOf(
  xs: readonly number[],
  axis: string,
  pictures: readonly Picture[],
  ink: { readonly text: string; readonly grid: string; readonly paper: string },
): string {
  const charts = pictures.map((picture, i) => `<g transform="translate(0 ${i * HEIGHT})">${chart(xs, axis, picture, ink)}</g>`);
  const size = `width="${WIDTH}" height="${HEIGHT * pictures.length}"`;
  const paper = `<rect ${size} fill="${ink.paper}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="12" fill="${ink.text}">${paper}${charts.join('')}</svg>\n`;
}

function chart(xs: readonly number[], axis: string, { title, lines }: Picture, { grid }: { readonly grid: string }): string {
  const [left, right] = [xs[0] ?? 0, xs[xs.length - 1] ?? 1];
  const [low, high] = verticalWindow(lines.map(({ column }) => column));
  const px = (x: number): number => LEFT + ((x - left) / (right - left)) * (WIDTH - LEFT - 20);
  const py = (y: number): number => 16 + (1 - (y - low) / (high - low)) * (HEIGHT - BOTTOM - 26);
  const shares = Array.from({ length: TICKS }, (_, i) => i / (TICKS - 1));
  const across = shares
    .map((share) => left + share * (right - left))
    .map((x) => `<text x="${fixed(px(x))}" y="${HEIGHT - 16}" text-anchor="middle">${numberText(x)}</text>`);
  const up = shares
    .map((share) => low + share * (high - low))
    .map((y) => {
      const rule = `<path d="M${LEFT} ${fixed(py(y))}H${WIDTH - 20}" stroke="${grid}" stroke-width="0.5"/>`;
      return `${rule}<text x="${LEFT - 8}" y="${fixed(py(y) + 4)}" text-anchor="end">${numberText(y)}</text>`;
    });
  const curves = lines.map(({ line, column }) =>
    curve(xs, column, line, (x, y) => `${fixed(px(x))} ${fixed(Math.min(HEIGHT, Math.max(0, py(y))))}`),
  );
  const names = `<text x="${LEFT}" y="11">${escaped(title)}</text><text x="${WIDTH - 20}" y="${HEIGHT - 3}" text-anchor="end">${escaped(axis)}</text>`;
  return [...up, ...across, ...curves, names].join('');
}

/** A path that is broken where there is no value. */
function curve(xs: readonly number[], column: Column, { color, dash, width, label }: Line, at: (x: number, y: number) => string): string {
  let pen = 'M';
  const path = xs.map((x, i) => {
    const value = column[i] ?? null;
    const step = value === null ? '' : `${pen}${at(x, value)}`;
    pen = value === null ? 'M' : 'L';
    return step;
  });
  return `<path d="${path.join('')}" fill="none" stroke="${color}" stroke-width="${width}" stroke-dasharray="${dash.join(' ')}"><title>${escaped(label)}</title></path>`;
}

function fixed(x: number): string {
  return x.toFixed(1);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
