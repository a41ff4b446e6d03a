import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { TermAlgebra } from '../scalar/algebra';
import type { Coordinate } from '../scalar/coordinate';
import { substitute } from '../scalar/rebuild';
import type { Term } from '../scalar/term';

/** A straight line `through + t · direction` in the space of some coordinates. */
export interface StraightLine {
  readonly through: readonly number[];
  readonly direction: readonly number[];
}

/** Name of the line's parameter. */
export const ALONG = 't';

/** The part of a line inside the domains of all coordinates; empty when it misses them. */
export function partInside(space: readonly Coordinate[], { through, direction }: StraightLine): I.Interval {
  return space.reduce((inside, c, i) => I.intersect(inside, admitted(c, through[i] as number, direction[i] as number)), I.ALL);
}

function admitted({ range }: Coordinate, through: number, direction: number): I.Interval {
  if (direction === 0) return I.ALL;
  const [a, b] = [(range.lo - through) / direction, (range.hi - through) / direction];
  return I.interval(Math.min(a, b), Math.max(a, b), true, true);
}

/** A term restricted to a line, as a function of {@link ALONG} on a part of it. */
export function restricted(
  term: Term,
  space: readonly Coordinate[],
  { through, direction }: StraightLine,
  part: I.Interval,
): { readonly algebra: TermAlgebra; readonly term: Term } {
  const algebra = new TermAlgebra(new Map([[ALONG, part]]));
  const t = algebra.variable(ALONG);
  const values = space.map(
    (c, i) =>
      [c.name, algebra.sum(Q.fromNumber(through[i] as number), [{ weight: Q.fromNumber(direction[i] as number), term: t }])] as const,
  );
  return { algebra, term: substitute(algebra, term, new Map(values)) };
}

/** The point of a line at a value of its parameter. */
export function pointAt({ through, direction }: StraightLine, t: number): readonly number[] {
  return through.map((x, i) => (direction[i] === 0 ? x : x + (direction[i] as number) * t));
}
