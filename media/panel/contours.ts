/** A piece of a contour line, in units of samples: from (x1, y1) to (x2, y2). */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Contour lines of a square grid by marching squares; a cell with a corner that has no value has none. */
export function contourLines(values: Float64Array, size: number, level: number): Segment[] {
  const segments: Segment[] = [];
  for (let row = 0; row + 1 < size; row++) {
    for (let column = 0; column + 1 < size; column++) segments.push(...cellLines(values, size, row, column, level));
  }
  return segments;
}

/** Where the level crosses the four edges of a cell, in order around it; crossings are joined in pairs. */
function cellLines(values: Float64Array, size: number, row: number, column: number, level: number): Segment[] {
  const corner = (down: number, right: number): number => values[(row + down) * size + column + right] ?? NaN;
  const [a, b, c, d] = [corner(0, 0), corner(0, 1), corner(1, 1), corner(1, 0)];
  if ([a, b, c, d].some(Number.isNaN)) return [];
  const points: (readonly [number, number])[] = [];
  const cross = (from: number, to: number, at: (share: number) => readonly [number, number]): void => {
    if (from < level !== to < level) points.push(at((level - from) / (to - from)));
  };
  cross(a, b, (share) => [column + share, row]);
  cross(b, c, (share) => [column + 1, row + share]);
  cross(c, d, (share) => [column + 1 - share, row + 1]);
  cross(d, a, (share) => [column, row + 1 - share]);
  const [p, q, r, s] = points;
  if (!p || !q) return [];
  const first: Segment = [p[0], p[1], q[0], q[1]];
  return r && s ? [first, [r[0], r[1], s[0], s[1]]] : [first];
}

/** Levels for the lines of a surface: evenly spread over its values, poles left out. */
export function contourLevels(values: Float64Array, count: number): number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const at = (share: number): number => sorted[Math.round((sorted.length - 1) * share)] ?? NaN;
  const [low, high] = [at(0), Math.min(at(1), at(0.9) + 2 * (at(0.9) - at(0)))];
  if (!(high > low)) return [];
  return Array.from({ length: count }, (_, i) => low + ((high - low) * (i + 0.5)) / count);
}
