import { contourLevels, contourLines } from './contours';
import type { Surface } from './surface';

/** Colours from low to high that stay apart in grey and for the colour-blind. */
const RAMP: readonly (readonly [number, number, number])[] = [
  [68, 1, 84],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [253, 231, 37],
];
const LEVELS = 12;

/** A line of equal value is so much thinner than the picture is wide. */
const PIXELS_A_LINE = 480;

/** The colours from the lowest value to the highest. */
export const COLORS = RAMP.map((parts) => `rgb(${parts.join(' ')})`);

/** The values that the ends of the colours stand for: what lies far above the rest has the last colour. */
export function colorRange({ values, lowest }: Surface): { readonly low: number; readonly high: number } {
  const low = lowest?.value ?? 0;
  return { low, high: contourLevels(values, LEVELS).at(-1) ?? low + 1 };
}

/** Paints a surface: colour for the value, lines of equal value, nothing where there is no value. */
export function paintHeatMap(canvas: HTMLCanvasElement, surface: Surface, line: string): void {
  const { values, size } = surface;
  const context = canvas.getContext('2d');
  if (!context) return;
  const [width, height] = [canvas.width, canvas.height];
  const cell = { width: width / (size - 1), height: height / (size - 1) };
  const { low, high } = colorRange(surface);
  context.clearRect(0, 0, width, height);
  const picture = samplesAsPicture(values, size, low, high);
  // Samples stand at the corners of cells: half of the outermost lies outside.
  if (picture) context.drawImage(picture, 0.5, 0.5, size - 1, size - 1, 0, 0, width, height);
  context.strokeStyle = line;
  context.lineWidth = width / PIXELS_A_LINE;
  context.beginPath();
  for (const level of contourLevels(values, LEVELS)) {
    for (const [x1, y1, x2, y2] of contourLines(values, size, level)) {
      context.moveTo(x1 * cell.width, height - y1 * cell.height);
      context.lineTo(x2 * cell.width, height - y2 * cell.height);
    }
  }
  context.stroke();
}

/** One pixel a sample, the highest row first; a sample without a value is clear. */
function samplesAsPicture(values: Float64Array, size: number, low: number, high: number): HTMLCanvasElement | null {
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const context = canvas.getContext('2d');
  const pixels = context?.createImageData(size, size);
  if (!context || !pixels) return null;
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    const at = 4 * ((size - 1 - Math.floor(i / size)) * size + (i % size));
    pixels.data.set([...colorOf((value - low) / (high - low || 1)), 255], at);
  });
  context.putImageData(pixels, 0, 0);
  return canvas;
}

function colorOf(share: number): number[] {
  const at = Math.min(1, Math.max(0, share)) * (RAMP.length - 1);
  const from = RAMP[Math.floor(at)] ?? [0, 0, 0];
  const to = RAMP[Math.ceil(at)] ?? from;
  return from.map((part, i) => Math.round(part + ((to[i] ?? part) - part) * (at % 1)));
}
