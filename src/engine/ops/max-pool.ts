import type { Interval } from '../numerics/interval';
import type { Signature } from '../numerics/signature';
import type { Op, Operand } from './op';
import { eachWindow, pooledShape } from './shared/pooling';
import { sizeOf } from './shared/shapes';

function leader(elements: readonly number[], values: Float64Array): number {
  let best = elements[0] ?? 0;
  for (const i of elements) if ((values[i] as number) > (values[best] as number) || Number.isNaN(values[i])) best = i;
  return best;
}

/** Largest element of each window over the last axes; the first of equal ones gets the gradient. */
export const maxPool: Op = {
  name: 'max_pool',
  summary: 'Largest element of each window.',
  operands: ['x'],
  attributes: { kernel: 2, stride: null, padding: 0, dilation: 1 },
  elementwise: false,
  infer: ([x], attributes) => ({ shape: pooledShape(x as Signature, attributes), kind: (x as Signature).kind }),
  forward: (at) => {
    const { values } = at.operands[0] as Operand;
    const result = new Float64Array(sizeOf(at.shape));
    eachWindow(at, (elements, y) => (result[y] = values[leader(elements, values)] as number));
    return result;
  },
  backward: (at) => {
    const { values } = at.operands[0] as Operand;
    const sums = new Float64Array(values.length);
    eachWindow(at, (elements, y) => {
      const best = leader(elements, values);
      sums[best] = at.format.round((sums[best] as number) + (at.gradient[y] as number));
    });
    return [sums];
  },
  range: ([x]) => x as Interval,
};
