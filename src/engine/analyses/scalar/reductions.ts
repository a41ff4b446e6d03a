import * as Q from '../../numerics/rational';
import type { Attributes } from '../../numerics/signature';
import { truthOf, whereTrue } from './conditions';
import type { Algebra, Term } from './term';

/** Builds the result of a reduction from the elements of one group; null where it cannot. */
export type Reduction = (algebra: Algebra, group: readonly Term[], attributes: Attributes) => Term | null;

/** The square root of a term. */
export function squareRoot(algebra: Algebra, term: Term): Term {
  return algebra.power(term, Q.rational(1, 2));
}

/** The arithmetic mean of terms; null of none. */
function meanOf(algebra: Algebra, group: readonly Term[]): Term | null {
  return group.length === 0 ? null : algebra.scale(Q.rational(1, group.length), algebra.add(...group));
}

function variance(algebra: Algebra, group: readonly Term[], { correction = 0 }: Attributes): Term | null {
  const mean = meanOf(algebra, group);
  if (!mean || typeof correction !== 'number' || group.length <= correction) return null;
  const squares = group.map((x) => algebra.power(algebra.subtract(x, mean), 2));
  return algebra.scale(Q.divide(Q.ONE, Q.fromNumber(group.length - correction)), algebra.add(...squares));
}

/** The norm of some terms of an order that is positive; null of others. */
export function norm(algebra: Algebra, group: readonly Term[], { ord = 2 }: Attributes): Term | null {
  const sizes = group.map((x) => algebra.apply('abs', x));
  if (ord === Infinity || ord === 'inf') return algebra.apply('max', ...sizes);
  if (typeof ord !== 'number' || !(ord > 0) || !Number.isFinite(ord)) return null;
  const exponent = Q.fromNumber(ord);
  const total = algebra.add(...sizes.map((x) => algebra.power(x, exponent)));
  return algebra.power(total, Q.divide(Q.ONE, exponent));
}

/** Position of the first of the largest (of the smallest, with `sign` -1). */
function extremeIndex(algebra: Algebra, group: readonly Term[], sign: 1 | -1): Term | null {
  if (group.length > LONGEST_ORDERED) return null;
  const signed = group.map((x) => (sign === 1 ? x : algebra.negative(x)));
  const best = algebra.apply('max', ...signed);
  return signed.reduceRight((rest, x, k) => {
    const position = algebra.number(k);
    return k === group.length - 1 ? position : whereTrue(algebra, truthOf(algebra, '<=', algebra.subtract(best, x)), position, rest);
  }, algebra.number(0));
}

/** The values of longer lines are not put in order, nor the positions of lines not quite as long. */
const LONGEST_SORTED = 6;
const LONGEST_ORDERED = 4;

/** By name of the op registry; `axes` are handled by the caller. */
export const REDUCTIONS: Readonly<Record<string, Reduction>> = {
  sum: (a, group) => a.add(...group),
  mean: meanOf,
  prod: (a, group) => a.multiply(...group),
  max: (a, group) => a.apply('max', ...group),
  min: (a, group) => a.negative(a.apply('max', ...group.map((x) => a.negative(x)))),
  logsumexp: (a, group) => a.apply('logsumexp', ...group),
  var: variance,
  std: (a, group, attributes) => {
    const inner = variance(a, group, attributes);
    return inner && squareRoot(a, inner);
  },
  norm,
  any: (a, group) => group.reduce((so, x) => whereTrue(a, so, a.number(1), whereTrue(a, x, a.number(1), a.number(0))), a.number(0)),
  all: (a, group) => group.reduce((so, x) => whereTrue(a, so, whereTrue(a, x, a.number(1), a.number(0)), a.number(0)), a.number(1)),
  argmax: (a, group) => extremeIndex(a, group, 1),
  argmin: (a, group) => extremeIndex(a, group, -1),
  count_nonzero: (a, group) => a.add(...group.map((x) => whereTrue(a, x, a.number(1), a.number(0)))),
};

/** Builds all results along one axis from the elements along it; null where it cannot. */
export type AlongAxis = (algebra: Algebra, line: readonly Term[], attributes: Attributes) => readonly Term[] | null;

function running(algebra: Algebra, line: readonly Term[], join: (so: Term, next: Term) => Term): readonly Term[] {
  const results: Term[] = [];
  for (const x of line) results.push(results.length === 0 ? x : join(results[results.length - 1] as Term, x));
  return results.length === 0 ? [algebra.number(0)] : results;
}

function logSoftmax(algebra: Algebra, line: readonly Term[]): readonly Term[] {
  const total = algebra.apply('logsumexp', ...line);
  return line.map((x) => algebra.subtract(x, total));
}

/** Values in order, each as the difference of two convex functions: the sums of the k and of the k - 1 largest. Short lines only. */
function sorted(algebra: Algebra, line: readonly Term[], descending: boolean): readonly Term[] | null {
  if (line.length > LONGEST_SORTED) return null;
  const largest = line.map((_, k) => {
    const sums = choices(line, k + 1).map((chosen) => algebra.add(...chosen));
    return sums.length === 1 ? (sums[0] as Term) : algebra.apply('max', ...sums);
  });
  const values = largest.map((sum, k) => (k === 0 ? sum : algebra.subtract(sum, largest[k - 1] as Term)));
  return descending ? values : values.reverse();
}

/** All ways to choose so many of some things. */
function choices<T>(from: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]];
  return from.flatMap((first, i) => choices(from.slice(i + 1), count - 1).map((rest) => [first, ...rest]));
}

/** Where the elements of the ordered line come from: each has as many before it as come first in the order. */
function sources(algebra: Algebra, line: readonly Term[], descending: boolean): readonly Term[] | null {
  if (line.length > LONGEST_ORDERED) return null;
  const comesFirst = (other: Term, x: Term, isBefore: boolean): Term => {
    const gap = descending ? algebra.subtract(x, other) : algebra.subtract(other, x);
    return truthOf(algebra, isBefore ? '<=' : '<', gap);
  };
  const ranks = line.map((x, i) => algebra.add(...line.flatMap((other, j) => (i === j ? [] : [comesFirst(other, x, j < i)]))));
  return line.map((_, place) =>
    ranks.reduce(
      (so, rank, i) => whereTrue(algebra, truthOf(algebra, '=', algebra.subtract(rank, algebra.number(place))), algebra.number(i), so),
      algebra.number(0),
    ),
  );
}

/** By name of the op registry. */
export const ALONG_AXIS: Readonly<Record<string, AlongAxis>> = {
  softmax: (a, line) => logSoftmax(a, line).map((x) => a.apply('exp', x)),
  log_softmax: logSoftmax,
  sort: (a, line, { descending }) => sorted(a, line, descending === true),
  argsort: (a, line, { descending }) => sources(a, line, descending === true),
  cumsum: (a, line) => running(a, line, (so, x) => a.add(so, x)),
  cumprod: (a, line) => running(a, line, (so, x) => a.multiply(so, x)),
  logcumsumexp: (a, line) => line.map((_, i) => a.apply('logsumexp', ...line.slice(0, i + 1))),
  normalize: (a, line, attributes) => {
    const size = norm(a, line, attributes);
    const eps = typeof attributes.eps === 'number' ? attributes.eps : 0;
    return size && line.map((x) => a.divide(x, a.apply('max', size, a.number(eps))));
  },
};
