import type { ComparedSizes } from '../state/breach';
import { asNumber } from '../values/apply';
import { isShape, itemsOf } from '../values/plain';
import type { Value } from '../values/value';

/** What is compared where a size is compared with a number, or a shape with another one; null for anything else. */
export function comparedSizes(a: Value, b: Value): ComparedSizes | null {
  const [p, q] = [asNumber(a), asNumber(b)];
  if (p && q) return (p.counts && q.integer) || (q.counts && p.integer) ? { one: [p.value], other: [q.value], shapes: false } : null;
  if (!isShape(a) && !isShape(b)) return null;
  const [one, other] = [a, b].map((value) => (itemsOf(value) ?? [null]).map((item) => (item && asNumber(item)?.value) ?? NaN));
  return one && other && [...one, ...other].every(Number.isInteger) ? { one, other, shapes: true } : null;
}
