import type { Shape } from '../../numerics/signature';
import { proposals } from '../shapes/proposals';
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

const MOST = 30;

/** So many of the shapes that mend the first breach are tried before all others. */
const WIDEST = 12;

/**
 * A reading under which no choice of shapes by role runs through, improved step by step: what mends the first breach, then each
 * parameter in every other shape, as long as fewer rules are broken, or the code comes further.
 */
export function refined<T extends Reading>(first: T, fixed: ReadonlySet<string>, read: (shapes: Shapes, worst: number) => T | null): T {
  let best = first;
  let shapes: Shapes = {};
  let left = MOST;
  let mended: T | null = null;
  /** Tries one change; whether it is kept. */
  const tried = (change: Shapes): boolean => {
    const paths = Object.keys(change);
    if (best.attempt.cost === 0 || paths.some((path) => fixed.has(path)) || left-- <= 0) return false;
    const found = read({ ...shapes, ...change }, best.attempt.cost);
    if (!found || !isBetter(found.attempt, best.attempt)) return false;
    best = { ...found, because: 'the sizes under which the code runs' };
    shapes = { ...shapes, ...change };
    return true;
  };
  for (let improved = true; improved && best.attempt.cost > 0;) {
    improved = false;
    for (const path of best.attempt.executor.inputs.used) {
      for (; mended !== best; improved ||= mended !== best) {
        mended = best;
        mending(best.attempt).some(tried);
      }
      const now = shapeIn(best.attempt, path)?.join();
      if (SHAPES.some((shape) => shape.join() !== now && tried({ [path]: shape }))) improved = true;
    }
  }
  return best;
}

/** Changes of shapes under which the first breach of a reading is none. */
function mending(attempt: Attempt): Shapes[] {
  if (!attempt.breach) return [];
  const leaves = new Map(attempt.executor.inputs.used.map((path) => [path, shapeIn(attempt, path) ?? []]));
  return proposals(attempt.breach, leaves)
    .slice(0, WIDEST)
    .map((demand) => Object.fromEntries(demand));
}

function shapeIn({ executor }: Attempt, path: string): Shape | undefined {
  return executor.inputs.leaf(path)?.shape;
}

/** Whether a reading breaks fewer rules; of two that an exception ends, whether it comes further. */
export function isBetter(a: Attempt, b: Attempt): boolean {
  if (a.cost < UNCAUGHT || b.cost < UNCAUGHT) return a.cost < b.cost;
  const [here, there] = [a.executor.trace.spent, b.executor.trace.spent];
  return here === there ? a.cost < b.cost : here > there && a.cost < 2 * UNCAUGHT;
}

/** How much a reading leaves unread: breaches, places, and options that decided them. */
export function gapsIn({ cost, executor: { trace } }: Attempt): number {
  return cost >= UNCAUGHT ? cost : cost + trace.opaque.size + trace.doubted.size;
}

/** The reading that breaks fewer rules, or comes further. */
export function cheaper<T extends Reading>(one: T, other: T): T {
  if (one.attempt.cost >= UNCAUGHT && other.attempt.cost >= UNCAUGHT) return isBetter(one.attempt, other.attempt) ? one : other;
  return one.attempt.cost < other.attempt.cost ? one : other;
}
