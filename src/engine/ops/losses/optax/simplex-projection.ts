import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** The point of the simplex that is nearest to each row; its support and threshold come from the row in descending order. */
export function simplexProjection<E extends Signature>(k: Kit<E>, x: E): E {
  const axis = x.shape.length - 1;
  const size = x.shape[axis] ?? 1;
  const down = k.op('sort', [x], { axis, descending: true });
  const counts = k.list(Array.from({ length: size }, (_, i) => i + 1));
  const sums = k.op('cumsum', [down], { axis });
  const inside = k.op('greater', [k.add(k.divide(1, counts), k.subtract(down, k.divide(sums, counts))), 0]);
  const support = k.op('count_nonzero', [inside], { axes: [axis] });
  const last = k.subtract(support, k.constant(1, 'int'));
  const sum = k.op('gather', [sums, k.unsqueeze(last, axis)], { axis });
  const held = k.divide(k.subtract(1, sum), k.op('to_float', [k.unsqueeze(support, axis)]));
  return k.op('relu', [k.add(x, held)]);
}
