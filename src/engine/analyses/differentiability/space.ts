import * as I from '../../numerics/interval';
import * as Q from '../../numerics/rational';
import { type Coordinate, drawn, plainValues, repeatable } from '../scalar/coordinate';
import { inOrder } from '../scalar/tape';
import type { Algebra, Term } from '../scalar/term';
import { weighted } from '../scalar/term';
import { CLASSES, onLine, type OnLine, type SmoothnessClass, worstOf } from './line';
import { commonZero, zeroOfSquares } from './common-zero';
import { ALONG, partInside, restricted, type StraightLine } from './straight-line';

/** A straight line along which the function was looked at. */
export interface Sample {
  readonly line: StraightLine;
  readonly found: OnLine;
}

/** Nodes of the term times lines. */
const EFFORT = 1500;

/** Steps on all lines. */
const EFFORT_ON_LINES = 15_000;

/** Where so many lines tell nothing, others will not either. */
const FUTILE_LINES = 6;
const RANDOM_LINES = 4;
const MORE_LINES = 8;

/**
 * Looks at a function of several coordinates along straight lines, more of them while nothing is seen; the worst sample, or
 * null, also where a class is seen that its operations cannot have: then doubles do not reach as far as its numbers.
 */
export function worstLine(algebra: Algebra, term: Term, space: readonly Coordinate[]): Sample | null {
  let worst: Sample | null = null;
  let [effort, futile] = [0, 0];
  const worstOfAll = worstPossible(algebra, term);
  const size = inOrder(term).length;
  const all = linesOf(algebra, term, space);
  const lines = space.length === 1 ? all.slice(0, 1) : [...all.slice(0, 3), central(space), ...all.slice(3)].slice(0, EFFORT / size);
  for (const [i, { through, direction }] of lines.entries()) {
    if (worst && worst.found.answer !== 'smooth' && i >= lines.length - MORE_LINES) break;
    if (worst?.found.answer === worstOfAll || effort > EFFORT_ON_LINES || (!worst && futile >= FUTILE_LINES)) break;
    const part = partInside(space, { through, direction });
    if (I.isEmpty(part)) continue;
    const found = onLine(restricted(term, space, { through, direction }, part).term, ALONG, part);
    effort += found.steps;
    if (found.answer !== 'unknown' && isWorse(found.answer, worstOfAll)) return null;
    if (found.answer === 'unknown') futile += 1;
    else if (!worst || isWorse(found.answer, worst.found.answer as SmoothnessClass)) worst = { line: { through, direction }, found };
  }
  return worst;
}

const SLOPES = [1, -0.75, 0.5, -1.25];

/** A line that passes close to 0, where balls and bands around it are crossed. */
function central(space: readonly Coordinate[]): StraightLine {
  const small = (c: Coordinate, i: number): number => {
    const near = plainValues(c).filter((x) => isInside(c, x) && x !== 0);
    const sign = i % 2 === 0 ? 1 : -1;
    return near.find((x) => x === 0.25 * sign) ?? near[0] ?? c.range.lo;
  };
  return { through: space.map(small), direction: space.map((c, i) => (c.studied ? (SLOPES[i % SLOPES.length] ?? 1) : 0)) };
}

/** The worst class that the operations of a term allow: where nothing branches or divides by what may be 0, there is no jump. */
function worstPossible(algebra: Algebra, term: Term): SmoothnessClass {
  const classes = inOrder(term).map((node): SmoothnessClass => {
    if (node.free.size === 0) return 'smooth';
    if (node.op === 'product') return worstOfPowers(algebra, node);
    if (node.op === 'log' && I.isPositive(algebra.range(node.args[0] as Term))) return 'smooth';
    return CONTINUOUS.has(node.op) ? (node.op === 'abs' || node.op === 'max' ? 'kink' : 'smooth') : 'jump';
  });
  return worstOf(classes);
}

/** Operations without jumps and infinite slopes. */
const CONTINUOUS: ReadonlySet<string> = new Set(
  'number pi variable sum abs max exp sigmoid softplus logsumexp tanh sinh cosh sin cos atan asinh erf erfc'.split(' '),
);

function worstOfPowers(algebra: Algebra, product: Term): SmoothnessClass {
  const classes = weighted(product).map(({ weight, term }): SmoothnessClass => {
    if ((Q.isInteger(weight) && weight.numerator > 0n) || I.isPositive(algebra.range(term))) return 'smooth';
    return weight.numerator > 0n ? 'infinite-slope' : 'jump';
  });
  return worstOf(classes);
}

function isWorse(a: SmoothnessClass, b: SmoothnessClass): boolean {
  return CLASSES.indexOf(a) > CLASSES.indexOf(b);
}

/** Lines through points where roots and norms vanish, along the axes through plain points, and in random directions. */
export function linesOf(algebra: Algebra, term: Term, space: readonly Coordinate[]): readonly StraightLine[] {
  const random = repeatable(3);
  const studied = space.flatMap((c, i) => (c.studied ? [i] : []));
  const turned = (): readonly number[] => space.map((c) => (c.studied ? Math.round((random() - 0.5) * 16) / 4 || 0.75 : 0));
  const plain = space.map((c) => plainValues(c).filter((x) => isInside(c, x)));
  const someWhere = (): readonly number[] => space.map((c, i) => pickFrom(plain[i] ?? [], random) ?? drawn(c, random));
  const cones = conesOf(algebra, term, space, someWhere).flatMap((through) => [
    { through, direction: turned() },
    { through, direction: turned() },
  ]);
  const axes = studied.map((i) => ({ through: someWhere(), direction: space.map((_, j) => (i === j ? 1 : 0)) }));
  const rest = Array.from({ length: RANDOM_LINES + MORE_LINES }, () => ({ through: someWhere(), direction: turned() }));
  const rounds = Math.max(cones.length, axes.length, rest.length);
  return Array.from({ length: rounds }, (_, i) => [cones[i], axes[i], rest[i]]).flatMap((round) =>
    round.filter((line) => line !== undefined),
  );
}

function pickFrom(values: readonly number[], random: () => number): number | undefined {
  return values[Math.floor(random() * Math.min(values.length, 8))];
}

function isInside({ range, studied }: Coordinate, x: number): boolean {
  return studied ? x > range.lo && x < range.hi : I.contains(range, x);
}

/** Points where all affine forms under a root vanish together, or the quadratic there; coordinates beside it are where `someWhere` says. */
function conesOf(
  algebra: Algebra,
  term: Term,
  space: readonly Coordinate[],
  someWhere: () => readonly number[],
): readonly (readonly number[])[] {
  const points: (readonly number[])[] = [];
  const names = space.map((c) => c.name);
  for (const node of inOrder(term)) {
    if (node.op !== 'product') continue;
    for (const { weight, term: base } of weighted(node)) {
      if (Q.isInteger(weight) || base.op !== 'sum' || I.isPositive(algebra.range(base))) continue;
      const zero = commonZero(base, names) ?? zeroOfSquares(algebra, base, names);
      const beside = someWhere();
      const point = zero?.map((x, i) => x ?? (beside[i] as number)) ?? [];
      if (point.length > 0 && point.every((x, i) => isInside(space[i] as Coordinate, x))) points.push(point);
    }
  }
  return points;
}
