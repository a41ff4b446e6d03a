import type { Signature } from '../../../numerics/signature';
import type { Kit } from '../kit';

/** Cosine of the angle between `input` and `target`; epsilon bounds each squared length from below. */
export function similarity<E extends Signature>(k: Kit<E>): E {
  const input = k.tensor('input');
  const axes = k.axes('axis', -1, input.shape.length);
  const unit = (x: E) => {
    const squares = k.sum(k.op('square', [x]), axes, true);
    return k.divide(x, k.op('sqrt', [k.op('clip', [squares, k.tensor('epsilon'), Infinity])]));
  };
  return k.sum(k.multiply(unit(input), unit(k.tensor('target'))), axes);
}
