import type { Format } from '../../numerics/format';
import { add, EMPTY, exp, interval, type Interval, isEmpty, log, log1p, multiply, point } from '../../numerics/interval';
import { innerFormat } from './intermediate';
import { reachesInfinity } from './ranges';

/** Range of log(exp(xᵢ) / Σ exp(xⱼ)) over `length` elements in a range: bounded by how far they can be apart. In a format, what is missing to 1 is lost below a unit in its last place. */
export function logShare(x: Interval, length: number, format?: Format): Interval {
  const nan = x.nan || reachesInfinity(x);
  const width = x.hi - x.lo;
  if (isEmpty(x) || length === 0 || Number.isNaN(width)) return { ...EMPTY, nan };
  if (length === 1) return { ...point(0), nan };
  const highest = log1p(multiply(point(length - 1), exp(point(-width)))).lo;
  const lowest = add(log(point(length)), point(width)).hi;
  if (format && Number.isFinite(width) && highest < innerFormat(format).epsilon) return interval(-lowest, 0, true, false, nan);
  return interval(-lowest, -highest, x.loOpen && x.hiOpen, highest === 0 && !reachesInfinity(x), nan);
}
