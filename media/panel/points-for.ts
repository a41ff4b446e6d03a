/** Milliseconds of a frame that drawing a curve may take: the rest is the browser's. */
const SHARE = 7;

const FEWEST = 41;

/** How many points the next frame should have, after one of so many took so many milliseconds. */
export function pointsFor(points: number, spent: number, most: number): number {
  const fitting = Math.round((points * SHARE) / Math.max(spent, 0.1));
  return Math.max(FEWEST, Math.min(most, fitting, 2 * points));
}
