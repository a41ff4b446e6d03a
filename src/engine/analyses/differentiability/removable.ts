import * as I from '../../numerics/interval';
import { limitAt } from '../pieces/germ';
import { type Place, rootsOf } from '../pieces/roots';
import type { Coordinate } from '../scalar/coordinate';
import { Derivatives } from '../scalar/derivative';
import type { Algebra, Term } from '../scalar/term';
import { inOrder } from '../scalar/tape';
import { dependsOn } from '../scalar/term';
import type { Seam } from './classify';
import { placed } from './decide';
import type { PlacedSeam } from './parts';
import { linesOf } from './space';
import { ALONG, partInside, restricted, type StraightLine } from './straight-line';

const MOST = 3;
const MOST_LINES = 3;

/** Terms of more nodes are not looked through. */
const LARGEST = 120;

/** Guards that are alike stand for each other. */
const MOST_GUARDS = 6;

/**
 * Places where an operation of the expression changes its branch and the function as a whole is smooth: max(z, 0) and
 * |z| in a stable cross-entropy. `taken` are places that are already known.
 */
export function removableKinks(
  algebra: Algebra,
  term: Term,
  guards: readonly Term[],
  space: readonly Coordinate[],
  taken: readonly PlacedSeam[],
): readonly PlacedSeam[] {
  const studied = space.filter((c) => c.studied).map((c) => c.name);
  const live = guards.filter((guard) => dependsOn(guard, studied)).slice(0, MOST_GUARDS);
  if (live.length === 0 || inOrder(term).length > LARGEST) return [];
  const lines = space.length === 1 ? [{ through: [0], direction: [1] }] : linesOf(algebra, term, space).slice(0, MOST_LINES);
  for (const line of lines) {
    const found = placed(removableOn(term, live, space, line), space, line).filter((seam) => !taken.some((other) => isSame(seam, other)));
    if (found.length > 0) return found.slice(0, MOST);
  }
  return [];
}

function isSame(a: PlacedSeam, b: PlacedSeam): boolean {
  return [...b.point].every(([name, x]) => Math.abs((a.point.get(name) ?? NaN) - x) <= 1e-9 * (1 + Math.abs(x)));
}

function removableOn(term: Term, guards: readonly Term[], space: readonly Coordinate[], line: StraightLine): readonly Seam[] {
  const part = partInside(space, line);
  if (I.isEmpty(part)) return [];
  const whole = restricted(term, space, line, part);
  const slope = new Derivatives(whole.algebra, ALONG).of(whole.term);
  if (hasKink(slope)) return [];
  const seams: Seam[] = [];
  for (const guard of guards) {
    const { algebra, term: along } = restricted(guard, space, line, part);
    for (const place of rootsOf(algebra, along, ALONG, part).places) {
      const seam = seamAt(slope, place);
      if (seam && place.value > part.lo && place.value < part.hi && !seams.some((s) => s.place.value === place.value)) seams.push(seam);
    }
  }
  return seams;
}

/** A seam that does not show: the slope has one certain value there, on both sides. */
function seamAt(slope: Term, place: Place): Seam | null {
  const [left, right] = [limitAt(slope, ALONG, place, -1), limitAt(slope, ALONG, place, 1)];
  const level = right.value.lo / 2 + right.value.hi / 2;
  if (!left.certain || !right.certain || !Number.isFinite(level)) return null;
  return { place, kind: 'removable', left: level, right: level };
}

/** A slope with branches of its own tells nothing at one point. */
function hasKink(slope: Term): boolean {
  return inOrder(slope).some((node) => node.op === 'where');
}
