import { hull, type Interval, interval, point } from '../../numerics/interval';
import type { Op } from '../op';
import { binary } from './binary';

/** What differs between comparisons. */
export interface Comparison {
  readonly name: string;
  readonly summary: string;
  readonly symbol: string;
  holds(x: number, y: number): boolean;
  /** True or false for all values of the ranges, or null. */
  decide(x: Interval, y: Interval): boolean | null;
}

/** An op that gives 1 where the comparison holds and 0 elsewhere; comparing with nan never holds, except for `not_equal`. */
export function comparison({ name, summary, symbol, holds, decide }: Comparison): Op {
  return binary({
    name,
    summary,
    kind: 'bool',
    value: (x, y) => (holds(x, y) ? 1 : 0),
    pulls: [null, null],
    range: (x, y) => truth(x.nan || y.nan ? null : decide(x, y)),
    facts: { derivatives: [null, null] },
    latex: `#1 ${symbol} #2`,
  });
}

/** Range of a truth value that is known, or not (null). */
export function truth(value: boolean | null): Interval {
  return value === null ? interval(0, 1) : point(value ? 1 : 0);
}

/** Whether every value of `x` is below every value of `y`. */
export function below(x: Interval, y: Interval): boolean {
  return x.hi < y.lo || (x.hi === y.lo && (x.hiOpen || y.loOpen));
}

/** Range of a value that is one of two. */
export function either(x: Interval, y: Interval, condition: Interval): Interval {
  if (condition.lo > 0 || condition.hi < 0) return x;
  if (condition.lo === 0 && condition.hi === 0) return y;
  return hull(x, y);
}
