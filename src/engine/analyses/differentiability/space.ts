import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { type Coordinate, drawn, plainValues, repeatable } from '../scalar/coordinate';
import { TermAlgebra } from '../scalar/algebra';
import { substitute } from '../scalar/rebuild';
import { inOrder } from '../scalar/tape';
import type { Algebra, Term } from '../scalar/term';
import { weighted } from '../scalar/term';
import { CLASSES, onLine, type OnLine, type SmoothnessClass } from './line';
import { commonZero } from './common-zero';

/** A straight line through the space of the coordinates, along which the function was looked at. */
export interface Sample {
  readonly names: readonly string[];
  readonly through: readonly number[];
  readonly direction: readonly number[];
  readonly found: OnLine;
}

const LINE = 't';
const RANDOM_LINES = 4;
const MORE_LINES = 8;

/** Looks at a function of several coordinates along straight lines, more of them while nothing is seen; the worst sample, or null. */
export function worstLine(algebra: Algebra, term: Term, space: readonly Coordinate[]): Sample | null {
  let worst: Sample | null = null;
  const lines = linesOf(algebra, term, space);
  for (const [i, { through, direction }] of lines.entries()) {
    if (worst && worst.found.answer !== 'smooth' && i >= lines.length - MORE_LINES) break;
    const found = along(term, space, through, direction);
    if (!found || found.answer === 'unknown') continue;
    if (!worst || isWorse(found.answer, worst.found.answer as SmoothnessClass)) worst = { names: space.map((c) => c.name), through, direction, found };
  }
  return worst;
}

function isWorse(a: SmoothnessClass, b: SmoothnessClass): boolean {
  return CLASSES.indexOf(a) > CLASSES.indexOf(b);
}

interface Line {
  readonly through: readonly number[];
  readonly direction: readonly number[];
}

/** Lines through points where roots and norms vanish, along the axes through plain points, and in random directions. */
function linesOf(algebra: Algebra, term: Term, space: readonly Coordinate[]): readonly Line[] {
  const random = repeatable(3);
  const studied = space.flatMap((c, i) => (c.studied ? [i] : []));
  const turned = (): readonly number[] => space.map((c) => (c.studied ? Math.round((random() - 0.5) * 16) / 4 || 0.75 : 0));
  const cones = conesOf(algebra, term, space).flatMap((through) => [{ through, direction: turned() }, { through, direction: turned() }]);
  const plain = space.map((c) => plainValues(c).filter((x) => isInside(c, x)));
  const someWhere = (): readonly number[] => space.map((c, i) => pickFrom(plain[i] ?? [], random) ?? drawn(c, random));
  const axes = studied.map((i) => ({ through: someWhere(), direction: space.map((_, j) => (i === j ? 1 : 0)) }));
  const rest = Array.from({ length: RANDOM_LINES + MORE_LINES }, () => ({ through: someWhere(), direction: turned() }));
  return [...cones, ...axes, ...rest];
}

function pickFrom(values: readonly number[], random: () => number): number | undefined {
  return values[Math.floor(random() * Math.min(values.length, 8))];
}

function isInside({ range, studied }: Coordinate, x: number): boolean {
  return studied ? x > range.lo && x < range.hi : I.contains(range, x);
}

/** The function along a line, on the part of it inside the domains. */
function along(term: Term, space: readonly Coordinate[], through: readonly number[], direction: readonly number[]): OnLine | null {
  const domain = space.reduce((inside, c, i) => I.intersect(inside, admitted(c, through[i] as number, direction[i] as number)), I.ALL);
  if (I.isEmpty(domain)) return null;
  const algebra = new TermAlgebra(new Map([[LINE, domain]]));
  const t = algebra.variable(LINE);
  const values = space.map((c, i) => [c.name, algebra.sum(Q.fromNumber(through[i] as number), [{ weight: Q.fromNumber(direction[i] as number), term: t }])] as const);
  return onLine(substitute(algebra, term, new Map(values)), LINE, domain);
}

/** Parameters t for which `through + t direction` is inside a coordinate's domain. */
function admitted({ range }: Coordinate, through: number, direction: number): I.Interval {
  if (direction === 0) return I.ALL;
  const [a, b] = [(range.lo - through) / direction, (range.hi - through) / direction];
  return I.interval(Math.min(a, b), Math.max(a, b), true, true);
}

/** Points where all affine forms under a root vanish together. */
function conesOf(algebra: Algebra, term: Term, space: readonly Coordinate[]): readonly (readonly number[])[] {
  const points: (readonly number[])[] = [];
  for (const node of inOrder(term)) {
    if (node.op !== 'product') continue;
    for (const { weight, term: base } of weighted(node)) {
      if (Q.isInteger(weight) || base.op !== 'sum' || I.isPositive(algebra.range(base))) continue;
      const point = commonZero(base, space.map((c) => c.name));
      if (point && point.every((x, i) => isInside(space[i] as Coordinate, x))) points.push(point);
    }
  }
  return points;
}
