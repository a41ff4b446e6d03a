import { add, EMPTY, exp, interval, type Interval, isEmpty, log, log1p, multiply, point } from '../../numerics/interval';
import { reachesInfinity } from './ranges';

/** Range of log(exp(xᵢ) / Σ exp(xⱼ)) over `length` elements in a range: bounded by how far they can be apart. */
export function logShare(x: Interval, length: number): Interval {
  const nan = x.nan || reachesInfinity(x);
  if (isEmpty(x) || length === 0) return { ...EMPTY, nan };
  if (length === 1) return { ...point(0), nan };
  const width = x.hi - x.lo;
  const others = point(length - 1);
  const highest = log1p(multiply(others, exp(point(-width)))).lo;
  const lowest = add(log(point(length)), point(width)).hi;
  return interval(-lowest, -highest, x.loOpen && x.hiOpen, highest === 0, nan);
}
