import type { Shape } from '../../numerics/signature';
import { UNCAUGHT, type Attempt } from './attempt';

/** Shapes of single parameters, by path. */
export type Shapes = Readonly<Record<string, Shape>>;

interface Reading {
  readonly attempt: Attempt;
  readonly because: string;
}

/** Shapes that a single parameter may have beside all others. */
const SHAPES: readonly Shape[] = [
  [2, 3],
  [2],
  [2, 3, 4],
  [4],
  [2, 3, 4, 5],
  [3],
  [2, 4, 5],
  [2, 4],
  [],
  [2, 1, 4, 5],
  [2, 1],
  [2, 3, 4, 5, 6],
  [2, 6],
  [4, 4],
  [2, 2, 3],
  [2, 4, 5, 2],
  [2, 3, 3],
];

const MOST = 80;

/**
 * A reading under which no choice of shapes by role runs through, improved parameter by parameter: each takes the first shape
 * under which fewer rules are broken, or the code comes further.
 */
export function refined<T extends Reading>(first: T, fixed: ReadonlySet<string>, read: (shapes: Shapes, worst: number) => T | null): T {
  let best = first;
  let shapes: Shapes = {};
  let left = MOST;
  for (let improved = true; improved && best.attempt.cost > 0;) {
    improved = false;
    for (const path of best.attempt.executor.inputs.used.filter((one) => !fixed.has(one))) {
      const now = best.attempt.executor.inputs.leaf(path)?.shape.join();
      for (const shape of SHAPES) {
        if (best.attempt.cost === 0 || left-- <= 0) break;
        const found = shape.join() === now ? null : read({ ...shapes, [path]: shape }, best.attempt.cost);
        if (!found || !isBetter(found.attempt, best.attempt)) continue;
        best = { ...found, because: 'the sizes under which the code runs' };
        shapes = { ...shapes, [path]: shape };
        improved = true;
        break;
      }
    }
  }
  return best;
}

/** Whether a reading breaks fewer rules; of two that an exception ends, whether it comes further. */
export function isBetter(a: Attempt, b: Attempt): boolean {
  if (a.cost < UNCAUGHT || b.cost < UNCAUGHT) return a.cost < b.cost;
  const [here, there] = [a.executor.trace.spent, b.executor.trace.spent];
  return here === there ? a.cost < b.cost : here > there && a.cost < 2 * UNCAUGHT;
}
