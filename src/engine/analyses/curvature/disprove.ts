import { add, dd, multiply, toNumber } from '../../numerics/double-double';
import * as I from '../../numerics/interval';
import { type Enclosure, enclosureOf } from '../scalar/enclosure';
import { precisely, type PreciseEvaluator } from '../scalar/precise';
import { compile, type Evaluator } from '../scalar/tape';
import type { Algebra, Term } from '../scalar/term';
import { type Coordinate, drawn, plainValues, repeatable } from '../scalar/coordinate';
import { type Candidate, Shortlist } from './shortlist';

/** Two points and their middle: the chord inequality fails there, checked with outward rounding. */
export interface Refutation {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly fa: number;
  readonly fb: number;
  readonly fm: number;
  /** f(middle) less the chord. */
  readonly gap: number;
}

/** What was refuted. */
export interface Refutations {
  readonly convex: Refutation | null;
  readonly concave: Refutation | null;
}

/** Two points; those of a search that goes through many are filled anew for each. */
type Pair = readonly [a: readonly number[], b: readonly number[]];

const NOISE = 1e-11;

/** Steps to both sides of a hint, relative to 1 + |x|; negative ones are relative to |x|. */
const STEPS = [0.25, 0.0625, 2 ** -6, 2 ** -8, 2 ** -10, 2 ** -12, 2 ** -14, -0.5, -0.125, -(2 ** -6)];

/** Steps for kinks, jumps and dents so small that doubles do not show them. */
const FINE_STEPS = [2 ** -9, 2 ** -14, 2 ** -19, 2 ** -24, 2 ** -29, 2 ** -34];

const PRECISE_PAIRS = 40;

/** To both sides of a hint alike, and so that the middle lies beside it. */
const BALANCES = [
  [1, 1],
  [1, 3],
  [3, 1],
] as const;

/** Searches for pairs of points that refute convexity or concavity of a term. */
export class Disprover {
  private readonly evaluate: Evaluator;
  private enclosure: Enclosure | undefined;
  private readonly middle: number[];
  private evaluatePrecisely: PreciseEvaluator | null = null;

  constructor(
    private readonly algebra: Algebra,
    private readonly term: Term,
    private readonly space: readonly Coordinate[],
  ) {
    this.evaluate = compile(
      term,
      space.map((c) => c.name),
    );
    this.middle = space.map(() => 0);
  }

  /** Pairs of few-digit points; `count` evaluations of a pair. */
  plain(count: number): Refutations {
    const [above, below] = [new Shortlist(), new Shortlist()];
    for (const candidate of this.space.length === 1 ? this.plainOnLine(count) : this.plainAnywhere(count)) {
      if (candidate.gap > NOISE) above.offer(candidate);
      else if (candidate.gap < -NOISE) below.offer(candidate);
    }
    return { convex: this.firstVerified(above, 1), concave: this.firstVerified(below, -1) };
  }

  /** Every two values of the only coordinate. */
  private *plainOnLine(count: number): Generator<Candidate> {
    const values = plainValues(this.space[0] as Coordinate);
    const images = values.map((x) => this.evaluate([x]));
    const candidate = { a: [0], b: [0], gap: 0 };
    let left = count;
    for (let i = 1; i < values.length; i++) {
      for (let j = 0; j < i; j++) {
        if (left-- <= 0) return;
        candidate.a[0] = values[i] as number;
        candidate.b[0] = values[j] as number;
        candidate.gap = this.gapBetween(candidate.a, candidate.b, images[i] as number, images[j] as number);
        yield candidate;
      }
    }
  }

  private *plainAnywhere(count: number): Generator<Candidate> {
    const lists = this.space.map(plainValues);
    const random = repeatable(1);
    const candidate = { a: [] as number[], b: [] as number[], gap: 0 };
    for (let i = 0; i < count; i++) {
      this.plainPair(lists, random, candidate.a, candidate.b);
      candidate.gap = this.gapOf(candidate.a, candidate.b);
      yield candidate;
    }
  }

  /** Random pairs, wide and local, and pairs around the hints; stops at the first that refutes what is asked. */
  wild(count: number, wanted: 'convex' | 'concave', hints: readonly (readonly number[])[] = []): Refutation | null {
    const sign = wanted === 'convex' ? 1 : -1;
    for (const hint of hints) {
      const found = this.around(hint, sign);
      if (found) return found;
    }
    return this.random(count, sign) ?? this.closely(hints, sign) ?? this.plainly(sign);
  }

  private random(count: number, sign: number): Refutation | null {
    const random = repeatable(7);
    let refusals = 0;
    for (let i = 0; i < count && refusals < 40; i++) {
      const [a, b] = i % 8 === 6 ? this.farPair(random) : this.wildPair(random, i % 2 === 1);
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
      const [a, b] = this.beside(hint, step, [1, 1]);
      if (!this.inside(a) || !this.inside(b)) continue;
      const gap = this.gapOf(a, b);
      const found = gap * sign > 0 ? this.verified({ a, b, gap }, sign) : null;
      if (found) return found;
    }
    return null;
  }

  /** Points to both sides of a hint, by a step relative to 1 + |x|, or for a negative one to |x|; not beyond the ends of the domain. */
  private beside(hint: readonly number[], step: number, [below, above]: readonly [number, number]): readonly [number[], number[]] {
    const move = (direction: number): number[] =>
      hint.map((x, i) => {
        const { studied, range } = this.space[i] as Coordinate;
        if (!studied) return x;
        const { lo, hi } = range;
        return Math.min(Math.max(x + direction * step * (step < 0 ? -Math.abs(x) : 1 + Math.abs(x)), lo), hi);
      });
    return [move(-below), move(above)];
  }

  /** Looks at few plain pairs in extended precision: at functions so flat or so steep that doubles show no gap. */
  private plainly(sign: number): Refutation | null {
    const lists = this.space.map(plainValues);
    const random = repeatable(3);
    for (let i = 0; i < PRECISE_PAIRS; i++) {
      const [a, b] = this.plainPair(lists, random);
      const found = this.precise(a, b, sign);
      if (found) return found;
    }
    return null;
  }

  /** Looks beside the hints in extended precision. */
  private closely(hints: readonly (readonly number[])[], sign: number): Refutation | null {
    for (const hint of hints) {
      for (const step of FINE_STEPS) {
        for (const balance of BALANCES) {
          const [a, b] = this.beside(hint, step, balance);
          const found = this.inside(a) && this.inside(b) ? this.precise(a, b, sign) : null;
          if (found) return found;
        }
      }
    }
    return null;
  }

  private precise(a: readonly number[], b: readonly number[], sign: number): Refutation | null {
    this.evaluatePrecisely ??= precisely(
      this.term,
      this.space.map((c) => c.name),
    );
    const middle = a.map((x, i) => multiply(add(dd(x), dd(b[i] as number)), dd(0.5)));
    const balls = [a.map((x) => dd(x)), b.map((x) => dd(x)), middle].map(this.evaluatePrecisely);
    const [fa, fb, fm] = balls;
    if (!fa || !fb || !fm) return null;
    const chord = multiply(add(fa.mid, fb.mid), dd(0.5));
    const gap = toNumber(add(fm.mid, multiply(chord, dd(-1))));
    const noise = 2 * (fa.rad + fb.rad + fm.rad) + 2 ** -100 * (Math.abs(chord.hi) + Math.abs(fm.mid.hi));
    return gap * sign > noise ? { a, b, fa: toNumber(fa.mid), fb: toNumber(fb.mid), fm: toNumber(fm.mid), gap } : null;
  }

  private inside(point: readonly number[]): boolean {
    return point.every((x, i) => I.contains((this.space[i] as Coordinate).range, x));
  }

  private plainPair(lists: readonly (readonly number[])[], random: () => number, a: number[] = [], b: number[] = []): Pair {
    const pick = (list: readonly number[]): number => list[Math.floor(random() * random() * list.length)] as number;
    for (let i = 0; i < lists.length; i++) a[i] = pick(lists[i] as readonly number[]);
    for (let i = 0; i < lists.length; i++)
      b[i] = (this.space[i] as Coordinate).studied ? pick(lists[i] as readonly number[]) : (a[i] as number);
    return [a, b];
  }

  private wildPair(random: () => number, local: boolean): Pair {
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

  /** Two points far out, near each other or not. */
  private farPair(random: () => number): Pair {
    const far = (c: Coordinate): number => {
      const x = (random() < 0.5 ? -1 : 1) * 10 ** (2 + 5 * random());
      return I.contains(c.range, x) ? x : drawn(c, random);
    };
    const a = this.space.map(far);
    const isNear = random() < 0.5;
    const b = a.map((x, i) => {
      const coordinate = this.space[i] as Coordinate;
      if (!coordinate.studied) return x;
      const moved = isNear ? x * (0.5 + random()) : far(coordinate);
      return I.contains(coordinate.range, moved) ? moved : x;
    });
    return [a, b];
  }

  private gapOf(a: readonly number[], b: readonly number[]): number {
    return this.gapBetween(a, b, this.evaluate(a), this.evaluate(b));
  }

  private gapBetween(a: readonly number[], b: readonly number[], fa: number, fb: number): number {
    const { middle } = this;
    for (let i = 0; i < middle.length; i++) middle[i] = (a[i] as number) / 2 + (b[i] as number) / 2;
    const gap = (this.evaluate(middle) - fa / 2 - fb / 2) / (1 + Math.abs(fa) + Math.abs(fb));
    return Number.isFinite(gap) ? gap : 0;
  }

  private firstVerified({ candidates }: Shortlist, sign: number): Refutation | null {
    for (const candidate of candidates) {
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
    return { a, b, fa: centre(fa), fb: centre(fb), fm: centre(fm), gap: centre(gap) };
  }

  private enclosed(point: readonly I.Interval[]): I.Interval {
    this.enclosure ??= enclosureOf(this.algebra, this.term);
    return this.enclosure(new Map(this.space.map((c, i) => [c.name, point[i] as I.Interval])));
  }
}

function centre({ lo, hi }: I.Interval): number {
  return lo / 2 + hi / 2;
}
