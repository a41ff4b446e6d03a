import type { Format } from '../../numerics/format';
import { abs, divide, type Interval, interval, isEmpty, multiply, point, power } from '../../numerics/interval';
import type { Backward, Forward } from '../op';
import { sumOf } from './accumulator';
import { intermediate } from './intermediate';
import { powerOf } from './power-of';

/** (Σ |x|^ord)^(1/ord); the largest or smallest |x| for ±∞, the number of elements ≠ 0 for 0. */
export function normOf(x: Float64Array, ord: number, at: Pick<Forward, 'format' | 'conventions'>): number {
  const sizes = x.map(Math.abs);
  if (ord === Infinity) return sizes.reduce((a, b) => Math.max(a, b), 0);
  if (ord === -Infinity) return sizes.reduce((a, b) => Math.min(a, b), Infinity);
  if (ord === 0) return sizes.reduce((count, size) => count + (size === 0 ? 0 : 1), 0);
  if (ord === 1) return sumOf(sizes, at);
  const inner = at.conventions.normAtZero === 0 ? intermediate(at) : at.format.round;
  const total = sumOf(
    sizes.map((size) => inner(ord === 2 ? size * size : powerOf(size, ord))),
    at,
  );
  return ord === 2 ? Math.sqrt(total) : powerOf(total, 1 / ord);
}

/** Range of the norm of `count` numbers; in a format its powers may underflow or overflow where the norm itself would not. */
export function normRange(x: Interval, count: number, ord: number, format?: Format): Interval {
  const size = abs(x);
  if (Math.abs(ord) === Infinity) return count === 0 ? point(0) : size;
  if (ord <= 0) return interval(0, count, false, false, x.nan);
  const exact = multiply(size, power(point(count), divide(point(1), point(ord))));
  if (ord === 1 || isEmpty(exact) || !format) return exact;
  const low = size.lo ** ord < format.smallestNormal ? { lo: 0, loOpen: exact.lo === 0 && exact.loOpen } : {};
  return {
    ...exact,
    ...low,
    ...(Number.isFinite(size.hi) && size.hi ** ord * count > format.largest ? { hi: Infinity, hiOpen: false } : {}),
  };
}

/** Pull-back of a norm: guarded at 0 where the library's own norm is an op, else as its composition of powers gives it. */
export function normPull(g: number, x: Float64Array, norm: number, ord: number, at: Backward): Float64Array {
  if (ord === 0) return x.map(() => 0);
  if (Math.abs(ord) === Infinity) return extremePull(g, x, norm, at);
  const guarded = at.conventions.normAtZero === 0;
  if (ord === 1) return x.map((xi) => g * (xi === 0 && !guarded ? at.conventions.absAtZero : Math.sign(xi)));
  return guarded ? guardedPull(g, x, norm, ord, at) : composedPull(g, x, norm, ord, at);
}

/** At 0 a composed maximum starts from 0, which ties with every element. */
function extremePull(g: number, x: Float64Array, norm: number, { conventions }: Backward): Float64Array {
  const atZero = conventions.normAtZero === 0 ? 0 : conventions.absAtZero / 2;
  const count = x.reduce((n, xi) => n + (Math.abs(xi) === norm ? 1 : 0), 0);
  return x.map((xi) => (Math.abs(xi) === norm ? ((xi === 0 ? atZero : Math.sign(xi)) * g) / count : 0));
}

function guardedPull(g: number, x: Float64Array, norm: number, ord: number, { format: { round } }: Backward): Float64Array {
  if (ord === 2) return x.map((xi) => (norm === 0 ? 0 * g : xi * round(g / norm)));
  const scale = norm === 0 && ord > 1 ? 0 : round(g / round(powerOf(norm, ord - 1)));
  return x.map((xi) => (xi === 0 ? 0 : round(Math.sign(xi) * powerOf(Math.abs(xi), ord - 1))) * scale);
}

function composedPull(g: number, x: Float64Array, norm: number, ord: number, { format: { round }, conventions }: Backward): Float64Array {
  if (ord === 2) {
    const outer = g === 0 && conventions.sqrtGate === 'selects' ? 0 : round(g / round(2 * norm));
    return x.map((xi) => 2 * round(outer * xi));
  }
  const outer = round(g * round((1 / ord) * round(powerOf(round(powerOf(norm, ord)), 1 / ord - 1))));
  return x.map((xi) => {
    const inner = round(outer * round(ord * round(powerOf(Math.abs(xi), ord - 1))));
    return inner * (xi === 0 ? conventions.absAtZero : Math.sign(xi));
  });
}
