import * as I from '../../numerics/interval';
import { type Enclosure, enclosureOf } from '../scalar/enclosure';
import { compile, type Evaluator } from '../scalar/tape';
import type { Algebra, Term } from '../scalar/term';
import { type Coordinate, drawn, plainValues, repeatable } from '../scalar/coordinate';

/** Two points and their middle: the chord inequality fails there, checked with outward rounding. */
export interface Refutation {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly fa: number;
  readonly fb: number;
  readonly fm: number;
}

/** What was refuted. */
export interface Refutations {
  readonly convex: Refutation | null;
  readonly concave: Refutation | null;
}

interface Candidate {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** f(middle) less the chord, relative to the values. */
  readonly gap: number;
}

const NOISE = 1e-11;
const VERIFIED_AT_MOST = 12;

/** Steps to both sides of a hint, relative to 1 + |x|; negative ones are relative to |x|. */
const STEPS = [0.25, 0.0625, 2 ** -6, 2 ** -8, 2 ** -10, 2 ** -12, 2 ** -14, -0.5, -0.125, -(2 ** -6)];

/** Searches for pairs of points that refute convexity or concavity of a term. */
export class Disprover {
  private readonly evaluate: Evaluator;
  private enclosure: Enclosure | undefined;
  private readonly studied: readonly number[];

  constructor(
    private readonly algebra: Algebra,
    private readonly term: Term,
    private readonly space: readonly Coordinate[],
  ) {
    this.evaluate = compile(
      term,
      space.map((c) => c.name),
    );
    this.studied = space.flatMap((c, i) => (c.studied ? [i] : []));
  }

  /** Pairs of few-digit points; `count` evaluations of a pair. */
  plain(count: number): Refutations {
    const lists = this.space.map(plainValues);
    const random = repeatable(1);
    const pairs =
      this.space.length === 1 ? allPairs(lists[0] ?? [], count) : Array.from({ length: count }, () => this.plainPair(lists, random));
    return this.best(pairs);
  }

  /** Random pairs, wide and local, and pairs around the hints; stops at the first that refutes what is asked. */
  wild(count: number, wanted: 'convex' | 'concave', hints: readonly (readonly number[])[] = []): Refutation | null {
    const sign = wanted === 'convex' ? 1 : -1;
    for (const hint of hints) {
      const found = this.around(hint, sign);
      if (found) return found;
    }
    const random = repeatable(7);
    let refusals = 0;
    for (let i = 0; i < count && refusals < 40; i++) {
      const [a, b] = this.wildPair(random, i % 2 === 1);
      const gap = this.gapOf(a, b) * sign;
      if (!(gap > NOISE)) continue;
      const found = this.verified({ a, b, gap: gap * sign }, sign);
      if (found) return found;
      refusals += 1;
    }
    return null;
  }

  private around(hint: readonly number[], sign: number): Refutation | null {
    for (const step of STEPS) {
      const move = (direction: number): readonly number[] =>
        hint.map((x, i) => (this.studied.includes(i) ? x + direction * step * (step < 0 ? -Math.abs(x) : 1 + Math.abs(x)) : x));
      const [a, b] = [move(-1), move(1)];
      if (!this.inside(a) || !this.inside(b)) continue;
      const gap = this.gapOf(a, b);
      const found = gap * sign > 0 ? this.verified({ a, b, gap }, sign) : null;
      if (found) return found;
    }
    return null;
  }

  private inside(point: readonly number[]): boolean {
    return point.every((x, i) => I.contains((this.space[i] as Coordinate).range, x));
  }

  private plainPair(lists: readonly (readonly number[])[], random: () => number): readonly [readonly number[], readonly number[]] {
    const pick = (list: readonly number[]): number => list[Math.floor(random() * random() * list.length)] as number;
    const a = lists.map(pick);
    return [a, a.map((x, i) => (this.studied.includes(i) ? pick(lists[i] as readonly number[]) : x))];
  }

  private wildPair(random: () => number, local: boolean): readonly [readonly number[], readonly number[]] {
    const a = this.space.map((c) => drawn(c, random));
    const b = a.map((x, i) => {
      const coordinate = this.space[i] as Coordinate;
      if (!coordinate.studied) return x;
      if (!local) return drawn(coordinate, random);
      const near = x + (random() - 0.5) * 2 * 10 ** (-3 * random()) * (1 + Math.abs(x));
      return I.contains(coordinate.range, near) ? near : x;
    });
    return [a, b];
  }

  private gapOf(a: readonly number[], b: readonly number[]): number {
    const [fa, fb] = [this.evaluate(a), this.evaluate(b)];
    const fm = this.evaluate(a.map((x, i) => x / 2 + (b[i] as number) / 2));
    const gap = (fm - fa / 2 - fb / 2) / (1 + Math.abs(fa) + Math.abs(fb));
    return Number.isFinite(gap) ? gap : 0;
  }

  private best(pairs: Iterable<readonly [readonly number[], readonly number[]]>): Refutations {
    const above: Candidate[] = [];
    const below: Candidate[] = [];
    for (const [a, b] of pairs) {
      const gap = this.gapOf(a, b);
      if (gap > NOISE) above.push({ a, b, gap });
      else if (gap < -NOISE) below.push({ a, b, gap });
    }
    return { convex: this.firstVerified(above, 1), concave: this.firstVerified(below, -1) };
  }

  private firstVerified(candidates: Candidate[], sign: number): Refutation | null {
    const ordered = candidates.sort((x, y) => Math.abs(y.gap) - Math.abs(x.gap)).slice(0, VERIFIED_AT_MOST);
    for (const candidate of ordered) {
      const found = this.verified(candidate, sign);
      if (found) return found;
    }
    return null;
  }

  /** Evaluates at both points and the exact middle in intervals; the gap must have its sign for certain. */
  private verified({ a, b }: Candidate, sign: number): Refutation | null {
    const half = I.point(0.5);
    const [fa, fb] = [this.enclosed(a.map(I.point)), this.enclosed(b.map(I.point))];
    const middle = a.map((x, i) => (x === b[i] ? I.point(x) : I.multiply(half, I.add(I.point(x), I.point(b[i] as number)))));
    const fm = this.enclosed(middle);
    if (![fa, fb, fm].every((value) => I.isDefined(value) && !I.isEmpty(value) && Number.isFinite(value.lo) && Number.isFinite(value.hi)))
      return null;
    const gap = I.subtract(fm, I.multiply(half, I.add(fa, fb)));
    if (!(sign > 0 ? gap.lo > 0 : gap.hi < 0)) return null;
    return { a, b, fa: centre(fa), fb: centre(fb), fm: centre(fm) };
  }

  private enclosed(point: readonly I.Interval[]): I.Interval {
    this.enclosure ??= enclosureOf(this.algebra, this.term);
    return this.enclosure(new Map(this.space.map((c, i) => [c.name, point[i] as I.Interval])));
  }
}

function centre({ lo, hi }: I.Interval): number {
  return lo / 2 + hi / 2;
}

function* allPairs(values: readonly number[], count: number): Iterable<readonly [readonly number[], readonly number[]]> {
  let left = count;
  for (let i = 1; i < values.length; i++) {
    for (let j = 0; j < i; j++) {
      if (left-- <= 0) return;
      yield [[values[i] as number], [values[j] as number]];
    }
  }
}
