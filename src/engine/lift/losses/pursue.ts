import type { Shape } from '../../numerics/signature';
import { sourceOf } from '../inputs/source';
import { proposals } from '../shapes/proposals';
import type { Breach } from '../state/breach';
import type { Attempt } from './attempt';
import type { Shapes } from './refine';

interface Reading {
  readonly attempt: Attempt;
}

/** So many readings, each given up at its first breach. */
const MOST = 60;

/** Each breach that is behind allows so many more. */
const MORE = 12;

/** So many parameters may need a shape of their own, one after the other. */
const DEEPEST = 40;

/** So many ways to mend one breach are tried. */
const WIDEST = 20;

/**
 * Follows a reading from breach to breach: what breaks a shape rule first gets a shape under which it does not, as long as the
 * code then comes further. `read` reads up to the first breach; null where that is no longer allowed. `onward` hears of a
 * reading that comes further than all before.
 */
export function pursued<T extends Reading>(
  fixed: ReadonlySet<string>,
  read: (shapes: Shapes, after: T | null) => T | null,
  onward: (reach: number) => void,
): { shapes: Shapes; found: T } | null {
  const seen = new Set<string>();
  let left = MOST;
  let farthest = 0;
  const from = (shapes: Shapes, before: T, depth: number): { shapes: Shapes; found: T } | null => {
    const { attempt } = before;
    if (!attempt.breach || depth > DEEPEST) return null;
    for (const demand of proposals(attempt.breach, leavesOf(attempt)).slice(0, WIDEST)) {
      const next = { ...shapes, ...Object.fromEntries(demand) };
      const key = JSON.stringify(Object.entries(next).sort());
      if (seen.has(key) || [...demand.keys()].some((path) => fixed.has(path))) continue;
      seen.add(key);
      if (left-- <= 0) return null;
      const found = read(next, before);
      if (!found) return null;
      if (found.attempt.cost === 0) return { shapes: next, found };
      if (!isFurther(found.attempt, attempt)) continue;
      if (reachOf(found.attempt) > farthest) {
        [farthest, left] = [reachOf(found.attempt), left + MORE];
        onward(farthest);
      }
      const further = from(next, found, depth + 1);
      if (further) return further;
    }
    return null;
  };
  const first = read({}, null);
  return first && first.attempt.cost > 0 ? from({}, first, 0) : null;
}

/** Whether a reading comes further than another, or as far and there breaks a rule about something else. */
function isFurther(one: Attempt, other: Attempt): boolean {
  const [here, there] = [reachOf(one), reachOf(other)];
  return here > there || (here === there && one.breach !== null && subjectOf(one.breach) !== subjectOf(other.breach));
}

/** What a breach is about and what it says, whatever its shapes. */
function subjectOf(breach: Breach | null): string {
  if (!breach) return '';
  return [breach.op, breach.error.message.replace(/\d+/g, ''), ...breach.nodes.map((node) => sourceOf(node) ?? node.op)].join();
}

/** How many steps a reading took before its first breach. */
export function reachOf({ executor }: Attempt): number {
  return executor.trace.reached ?? executor.trace.spent;
}

/** The shapes that the parameters have. */
function leavesOf({ executor: { inputs } }: Attempt): Map<string, Shape> {
  return new Map(inputs.used.map((path) => [path, inputs.leaf(path)?.shape ?? []]));
}
