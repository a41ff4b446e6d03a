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

/** Paints a surface: colour for the value, lines of equal value, nothing where there is no value. */
export function paintHeatMap(canvas: HTMLCanvasElement, { values, size, lowest }: Surface, line: string): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const [width, height] = [canvas.width, canvas.height];
  const cell = { width: width / (size - 1), height: height / (size - 1) };
  const levels = contourLevels(values, LEVELS);
  const [low, high] = [lowest?.value ?? 0, levels.at(-1) ?? 1];
  context.clearRect(0, 0, width, height);
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    const [column, row] = [i % size, Math.floor(i / size)];
    context.fillStyle = colorOf((value - low) / (high - low || 1));
    context.fillRect((column - 0.5) * cell.width, height - (row + 0.5) * cell.height, cell.width + 1, cell.height + 1);
  });
  context.strokeStyle = line;
  context.lineWidth = 1;
  context.beginPath();
  for (const level of levels) {
    for (const [x1, y1, x2, y2] of contourLines(values, size, level)) {
      context.moveTo(x1 * cell.width, height - y1 * cell.height);
      context.lineTo(x2 * cell.width, height - y2 * cell.height);
    }
  }
  context.stroke();
}

function colorOf(share: number): string {
  const at = Math.min(1, Math.max(0, share)) * (RAMP.length - 1);
  const from = RAMP[Math.floor(at)] ?? [0, 0, 0];
  const to = RAMP[Math.ceil(at)] ?? from;
  const mixed = from.map((part, i) => Math.round(part + ((to[i] ?? part) - part) * (at % 1)));
  return `rgb(${mixed.join(', ')})`;
}
